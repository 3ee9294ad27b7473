import { defineCommand } from './command.js';

export const doctor = defineCommand({
  name: 'doctor',
  summary: {
    en: 'check that the hooks really fire here',
    fr: 'vérifier que les hooks se déclenchent vraiment ici',
  },
  run: async (_, context) => (await import('../doctor/doctor.js')).doctor(context),
});
