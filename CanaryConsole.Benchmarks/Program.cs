using CanaryConsole.Benchmarks;
using CanaryConsole.Benchmarks.Artifacts;
using CanaryConsole.Benchmarks.Gateway;
using CanaryConsole.Benchmarks.Guard;
using CanaryConsole.Benchmarks.Report;

return args switch
{
    ["--help" or "-h"] => Help(),
    [] or ["--short"] => await RunAsync(TickBenchmark.RunAsync, BreachBenchmark.RunAsync, MetricDataBenchmark.RunAsync, InvocationBenchmark.RunAsync, GuardBenchmark.RunAsync, GatewayBenchmark.RunAsync, FastPathBenchmark.RunAsync, ArtifactBenchmark.RunAsync, RegistryBenchmark.RunAsync),
    ["tick"] or ["tick", "--short"] => await RunAsync(TickBenchmark.RunAsync),
    ["breach"] or ["breach", "--short"] => await RunAsync(BreachBenchmark.RunAsync),
    ["metrics"] or ["metrics", "--short"] => await RunAsync(MetricDataBenchmark.RunAsync),
    ["invocations"] or ["invocations", "--short"] => await RunAsync(InvocationBenchmark.RunAsync),
    ["guard"] or ["guard", "--short"] => await RunAsync(GuardBenchmark.RunAsync),
    ["gateway"] or ["gateway", "--short"] => await RunAsync(GatewayBenchmark.RunAsync),
    ["fastpath"] or ["fastpath", "--short"] => await RunAsync(FastPathBenchmark.RunAsync),
    ["artifact"] or ["artifact", "--short"] => await RunAsync(ArtifactBenchmark.RunAsync),
    ["registry"] or ["registry", "--short"] => await RunAsync(RegistryBenchmark.RunAsync),
    _ => Help($"\"{string.Join(' ', args)}\" is not understood."),
};

async Task<int> RunAsync(params Func<BenchmarkSize, CancellationToken, Task<IReadOnlyList<Measurement>>>[] benchmarks)
{
    using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(40), TimeProvider.System);
    var size = args.Contains("--short") ? BenchmarkSize.Short : BenchmarkSize.Full;
    var measured = new List<Measurement>();
    foreach (var benchmark in benchmarks)
    {
        measured.AddRange(await benchmark(size, limit.Token));
    }

    Console.WriteLine(ResultTable.Write(measured));
    return measured.Any(measurement => measurement.IsMissed) ? 1 : 0;
}

static int Help(string? problem = null)
{
    Console.WriteLine($"""
        {problem}
        CanaryConsole's engine, its AWS clients and its event store against a fake AWS that answers every call in 50 ms; its guard against the published rules.

        Usage: dotnet run -c Release --project CanaryConsole.Benchmarks -- [tick | breach | metrics | invocations | guard | gateway | fastpath | artifact | registry] [--short]
          tick      one look at 1,000 active variants with 8 metrics each
          breach    from the metric response that proves a breach to the request that takes the traffic back
          metrics   500 metric queries answered by the sandbox, and the memory that 200 full variants take there
          invocations  2,000 invocations of 1 KB a second through the sandbox, against a bare server at the same pace
          guard     the guard and the published rules at the same simulated traffic: false rollbacks in a day, seconds to see a step, the guard's own pace
          gateway   1 KB and 64 KB through the invocation gateway, against asking directly and through a bare signing proxy, in turns
          fastpath  a bad challenger under the gateway's evidence, under CloudWatch's, and under SageMaker's own guardrails: seconds and failed requests until it has no traffic
          artifact  a model.tar.gz of 1 GB in the sandbox's S3, streamed and checked against the artifact contract: seconds and memory
          registry  5,000 versions in a group: the first rows, one by its run, and on to the last
          --short   fewer repetitions, within a minute

        Without a verb all run. The exit code is 1 when a bar is missed.
        """.Trim());
    return problem is null ? 0 : 2;
}
