namespace CanaryConsole.Benchmarks.Guard;

/// <summary>How many streams each figure is taken over.</summary>
/// <param name="Streams">At looks of 60 seconds.</param>
/// <param name="FineStreams">At shorter looks.</param>
/// <param name="KayentaStreams">The first of them that Kayenta's judge sees too.</param>
/// <param name="BitStreams">The first of them that are judged by percentile bits, each of which takes sixteen binomial tails.</param>
/// <param name="Updates">Guard updates whose pace is measured.</param>
internal sealed record GuardSize(int Streams, int FineStreams, int KayentaStreams, int BitStreams, int Updates)
{
    public static GuardSize Of(BenchmarkSize size) =>
        size == BenchmarkSize.Short ? new(Streams: 120, FineStreams: 40, KayentaStreams: 4, BitStreams: 30, Updates: 300_000) : new(Streams: 1_000, FineStreams: 500, KayentaStreams: 100, BitStreams: 400, Updates: 2_000_000);
}
