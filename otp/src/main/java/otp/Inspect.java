package otp;

/** Asks a supervisor of either kind for a picture of itself. */
record Inspect() implements Supervisor.Message, DynamicSupervisor.Message, Call<SupervisorInfo> {}
