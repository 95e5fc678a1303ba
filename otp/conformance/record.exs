# Records what a real Erlang/OTP does with random scenarios, one line of JSON each, to stdout.
#
#     elixir record.exs --family supervision --seed 1 --count 500 > scenarios.jsonl
#
# CONFORMANCE.md tells the options.
Path.join(__DIR__, "lib/**/*.ex") |> Path.wildcard() |> Kernel.ParallelCompiler.compile()
Conformance.Main.main(System.argv())
