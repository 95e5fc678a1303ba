/**
 * Processes, and servers made of processes, with the semantics of Erlang/OTP.
 *
 * <p>Begin with {@link otp.Processes}, the primitives, then read {@link otp.GenServer}, the server
 * loop that is built on them.
 */
package otp;
