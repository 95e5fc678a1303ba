/**
 * Processes, and servers made of processes, with the semantics of Erlang/OTP.
 *
 * <p>This is the map of the package. It has floors: a floor uses only itself and those that it
 * stands on, which {@code FloorPlanTest} checks by reading this very page. On each floor, the files
 * are in the order in which they are best read; those without {@code public} are hidden from
 * programs.
 *
 * <h2>Processes</h2>
 *
 * <p>The ground floor: everything else is made of them. First what a program uses, then what is
 * behind it.
 *
 * <ul>
 *   <li>{@link otp.Processes}: start, send, receive, link, monitor, end; the whole of the
 *       primitives
 *   <li>{@link otp.TimerFunctions}: its part that has to do with time: messages that are sent later
 *   <li>{@link otp.Timer}: one such message, or one again and again
 *   <li>{@link otp.ServerRef}: says which process is meant:
 *   <li>{@link otp.Pid}: by itself,
 *   <li>{@link otp.ProcessName}: or by a name, which is looked up each time:
 *   <li>{@link otp.Name}: one of the runtime's own,
 *   <li>{@link otp.Via}: or a key in a registry,
 *   <li>{@link otp.NameRegistry}: if that registry can do what a name needs
 *   <li>{@link otp.ProcessInfo}: what can be seen of a process from outside
 *   <li>{@link otp.ExitReason}: why a process ends
 *   <li>{@link otp.Exit}: thrown by code that ends its own process
 *   <li>{@link otp.Killed}: thrown in code that is ended from outside
 *   <li>{@link otp.ExitMessage}: the end of a linked process, as a message
 *   <li>{@link otp.Monitor}: one process's wish to be told of the end of another
 *   <li>{@link otp.Down}: how it is told
 *   <li>{@link otp.ThrowingRunnable}: a body that may throw checked exceptions,
 *   <li>{@link otp.ThrowingSupplier}: a function that may,
 *   <li>{@link otp.ThrowingFunction}: another one,
 *   <li>{@link otp.Undeclared}: and how such an exception is thrown on as it is
 *   <li>{@link otp.LocalProcess}: a process: its thread, which comes and goes
 *   <li>{@link otp.Body}: what it runs
 *   <li>{@link otp.Mailbox}: where its messages wait
 *   <li>{@link otp.Envelope}: a message on its way
 *   <li>{@link otp.PendingCall}: a message that wants an answer
 *   <li>{@link otp.SystemEnvelope}: an order to a server as such
 *   <li>{@link otp.Lifeline}: what it is tied to, why it ends, and who hears of it
 *   <li>{@link otp.ClosableSet}: the ties of one kind
 *   <li>{@link otp.Latecomers}: the ties that come too late for its end
 *   <li>{@link otp.Belonging}: what goes with the process
 *   <li>{@link otp.Endings}: ends that one thread has to announce
 *   <li>{@link otp.Postponed}: what there was no memory or no stack for
 *   <li>{@link otp.StackRoom}: how the latter is found out in time
 *   <li>{@link otp.ProcessTable}: all processes, by thread and by name
 *   <li>{@link otp.AdoptedThreads}: those whose threads are somebody else's
 *   <li>{@link otp.ServiceThread}: a thread of the runtime's own, which survives whatever happens
 *   <li>{@link otp.Turns}: lets nobody wait for ever while others are busy
 *   <li>{@link otp.BusyMeter}: tells which processes have to step aside
 *   <li>{@link otp.WaitingLine}: those that have stepped aside
 *   <li>{@link otp.AnsweredCallers}: those that have an answer, and go on in parts
 *   <li>{@link otp.Reaper}: interrupts what has to end until it has
 *   <li>{@link otp.LongWaits}: wakes those whose deadline is near
 *   <li>{@link otp.Deadline}: a moment on the clock
 *   <li>{@link otp.Timers}: all timers, in the order in which they are due
 *   <li>{@link otp.LocalTimer}: one of them
 *   <li>{@link otp.TimerLookup}: to whom it sends, if a registry has to be asked
 *   <li>{@link otp.ForeignCode}: the fence around code that is not the runtime's own
 *   <li>{@link otp.Printed}: the text of values, whatever their methods do
 *   <li>{@link otp.Log}: the runtime's log, whatever its handlers do
 *   <li>{@link otp.CrashReport}: what a person wants to read of a crash
 *   <li>{@link otp.Fields}: handles to fields that several threads change
 *   <li>{@link otp.Trace}: a session that is told what happens
 *   <li>{@link otp.TraceOptions}: of whom, and how much of it can wait
 *   <li>{@link otp.TraceKind}: of what kind,
 *   <li>{@link otp.TraceEvent}: an event: when, and what
 *   <li>{@link otp.ProcessEvent}: what happens to processes and between them
 *   <li>{@link otp.MessageKind}: what a message is
 *   <li>{@link otp.Tracing}: where the runtime tells of it
 *   <li>{@link otp.TracedEnvelope}: a message that tells when it is taken
 *   <li>{@link otp.TraceFilter}: whether a session wants to know
 *   <li>{@link otp.TraceBuffer}: what it has not read yet
 * </ul>
 *
 * <h2>Servers, on Processes</h2>
 *
 * <p>A process with a state, which answers requests one at a time.
 *
 * <ul>
 *   <li>{@link otp.GenServer}: what a server is, and its callbacks
 *   <li>{@link otp.ServerFunctions}: its functions for clients: start, call, cast, stop
 *   <li>{@link otp.Call}: a request with an answer
 *   <li>{@link otp.Cast}: a message without one
 *   <li>{@link otp.From}: a caller that waits for a later answer
 *   <li>{@link otp.Init}: what init decides
 *   <li>{@link otp.Next}: what a callback decides
 *   <li>{@link otp.Action}: what the server does before its next message
 *   <li>{@link otp.Timeout}: the message that none has come
 *   <li>{@link otp.Start}: what came of a start
 *   <li>{@link otp.ServerStart}: how a server starts
 *   <li>{@link otp.ServerLoop}: how it goes on
 *   <li>{@link otp.Sys}: looks into a server that runs, and holds it
 *   <li>{@link otp.SystemOrder}: what it orders,
 *   <li>{@link otp.SystemOrders}: how the server obeys,
 *   <li>{@link otp.SystemWatch}: and what it does from then on
 * </ul>
 *
 * <h2>Supervision, on Servers</h2>
 *
 * <p>Processes that start others, and start them again.
 *
 * <ul>
 *   <li>{@link otp.Supervisor}: children that are known before they start
 *   <li>{@link otp.ChildSpec}: what a child is
 *   <li>{@link otp.Restart}: when it is started again
 *   <li>{@link otp.Shutdown}: how it is ended
 *   <li>{@link otp.SupervisorFlags}: how a supervisor goes about it
 *   <li>{@link otp.Strategy}: which children restart together
 *   <li>{@link otp.AutoShutdown}: whether it ends after them
 *   <li>{@link otp.SupervisorServer}: the process behind it
 *   <li>{@link otp.Children}: its children, in order
 *   <li>{@link otp.Child}: one of them
 *   <li>{@link otp.ChildId}: its id, whatever that is
 *   <li>{@link otp.ChildTermination}: the end of one child
 *   <li>{@link otp.RestartIntensity}: how many restarts are too many
 *   <li>{@link otp.DynamicSupervisor}: children that come and go
 *   <li>{@link otp.DynamicSupervisorFlags}: how many, and when it gives up
 *   <li>{@link otp.DynamicSupervisorServer}: the process behind it
 *   <li>{@link otp.DynamicChildren}: its children
 *   <li>{@link otp.GroupTermination}: the end of all of them at once
 *   <li>{@link otp.PartitionSupervisor}: children of one kind that divide the work
 *   <li>{@link otp.Partitions}: which of them has which part
 *   <li>{@link otp.SupervisorInfo}: what a supervisor of either kind tells of itself,
 *   <li>{@link otp.Inspect}: if it is asked for that
 *   <li>{@link otp.SupervisionEvent}: what those who trace are told of all this
 * </ul>
 *
 * <h2>Registry, on Supervision</h2>
 *
 * <p>Processes found by keys.
 *
 * <ul>
 *   <li>{@link otp.Registry}: register, look up, use keys as names
 *   <li>{@link otp.RegistryOptions}: how it is started
 *   <li>{@link otp.RegistryEvent}: what its listeners are told
 *   <li>{@link otp.RegistryServer}: the process that keeps it
 *   <li>{@link otp.RegistryTable}: its entries, by key and by process
 *   <li>{@link otp.RegistryKey}: a key and its entries
 *   <li>{@link otp.RegistryEntry}: a registration
 *   <li>{@link otp.Registrant}: a process and its entries
 *   <li>{@link otp.RegistryMeta}: what it keeps beside them
 *   <li>{@link otp.ForeignKeys}: finds by keys whose equals may do anything
 * </ul>
 *
 * <h2>Tasks, on Supervision</h2>
 *
 * <p>The daily way to concurrency, and to a state without a server of one's own.
 *
 * <ul>
 *   <li>{@link otp.Task}: work that one process does for another
 *   <li>{@link otp.TaskBody}: what its process runs
 *   <li>{@link otp.TaskShutdown}: its end, if its owner asks for it
 *   <li>{@link otp.TaskStream}: many of them, a few at a time
 *   <li>{@link otp.TaskTimekeeper}: ends those of them that take too long
 *   <li>{@link otp.TaskStreamOptions}: how many, and for how long
 *   <li>{@link otp.TaskSupervisor}: tasks below a supervisor
 *   <li>{@link otp.Agent}: a state, and functions that look at it
 *   <li>{@link otp.AgentServer}: the server behind it
 * </ul>
 *
 * <h2>Applications, on Registry</h2>
 *
 * <p>A whole system, and what one sees of it.
 *
 * <ul>
 *   <li>{@link otp.Application}: a tree that starts and stops as one
 *   <li>{@link otp.ApplicationServer}: the process behind it
 *   <li>{@link otp.SupervisionTree}: draws a running system
 * </ul>
 *
 * <h2>Tables, on Processes</h2>
 *
 * <p>Memory that processes share. It stands beside the servers: none of them needs it.
 *
 * <ul>
 *   <li>{@link otp.Ets}: all that can be done with a table
 *   <li>{@link otp.EtsTable}: says which table is meant:
 *   <li>{@link otp.EtsName}: by its name
 *   <li>{@link otp.EtsOptions}: what a table is like:
 *   <li>{@link otp.EtsType}: which rows it holds,
 *   <li>{@link otp.EtsAccess}: who may use it,
 *   <li>{@link otp.EtsHeir}: and who has it next
 *   <li>{@link otp.EtsTransfer}: tells its next owner
 *   <li>{@link otp.EtsInfo}: what there is to know of it
 *   <li>{@link otp.EtsException}: why it refuses
 *   <li>{@link otp.Tuple}: a row
 *   <li>{@link otp.EtsPattern}: what stands for any value in a pattern
 *   <li>{@link otp.EtsIncrement}: what a counter grows by
 *   <li>{@link otp.EtsTables}: all tables, by name
 *   <li>{@link otp.LocalTable}: a table: owner, access, rows
 *   <li>{@link otp.TableRows}: its rows
 *   <li>{@link otp.TableSlots}: the slots they are in
 *   <li>{@link otp.TableSlot}: the rows of one key
 *   <li>{@link otp.TableRowList}: a list of them
 *   <li>{@link otp.TableEdit}: a change, worked out before the lock
 *   <li>{@link otp.TableUpdates}: changes of elements
 *   <li>{@link otp.TableQueries}: finds rows by what is in them
 *   <li>{@link otp.TableMatch}: matches one with a pattern
 *   <li>{@link otp.TableKeys}: the keys of a table:
 *   <li>{@link otp.TableHashedKeys}: without an order,
 *   <li>{@link otp.TableIndex}: found by their hashes,
 *   <li>{@link otp.TableOrderedKeys}: or with one,
 *   <li>{@link otp.TableTermOrder}: which is Erlang's
 *   <li>{@link otp.TableFixes}: walks that are safe from changes
 *   <li>{@link otp.TableRefusal}: why rows refuse
 *   <li>{@link otp.TableEvent}: what those who trace are told of tables
 * </ul>
 */
package otp;
