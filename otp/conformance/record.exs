# Records what a real Erlang/OTP does with random scenarios, one line of JSON each, to stdout.
#
#     elixir record.exs --family supervision --seed 1 --count 500 > scenarios.jsonl
#
# Options: --depth, --children, --steps (at most), --times (recordings that have to agree).
Path.join(__DIR__, "lib/**/*.ex") |> Path.wildcard() |> Kernel.ParallelCompiler.compile()
Conformance.Main.main(System.argv())
