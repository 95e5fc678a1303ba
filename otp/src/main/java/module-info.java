/**
 * The runtime of the kata: what Erlang and Elixir know about processes and their failures, on
 * virtual threads.
 */
module otp {
    exports otp;
}
