namespace CanaryConsole.Benchmarks.Guard;

/// <summary>How many streams each figure is taken over.</summary>
/// <param name="Streams">At looks of 60 seconds.</param>
/// <param name="FineStreams">At shorter looks.</param>
/// <param name="KayentaStreams">The first of them that Kayenta's judge sees too.</param>
/// <param name="Updates">Guard updates whose pace is measured.</param>
internal sealed record GuardSize(int Streams, int FineStreams, int KayentaStreams, int Updates)
{
    public static GuardSize Of(BenchmarkSize size) =>
        size == BenchmarkSize.Short ? new(Streams: 200, FineStreams: 60, KayentaStreams: 4, Updates: 500_000) : new(Streams: 1_000, FineStreams: 500, KayentaStreams: 100, Updates: 2_000_000);
}
