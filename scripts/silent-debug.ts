/**
 * Stands in the bundle for the package `debug`, by which simple-git would print, whenever a user has `DEBUG=*` set, all
 * that git says: the whole config, passwords included.
 */
const silent = () => Object.assign(() => {}, { extend: silent, enabled: false, namespace: '' });

export default Object.assign(silent, { formatters: {} });
