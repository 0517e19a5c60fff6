using CanaryConsole.Benchmarks.Report;

namespace CanaryConsole.Benchmarks.Guard;

/// <summary>The tables about errors. The figures in them are those expected, which this benchmark reproduces.</summary>
internal static class ErrorSections
{
    private const int Day = 86_400;
    private const int Minutes = 1_440;
    private const int SixHours = 21_600;
    private const double None = double.NaN;
    private const double Never = double.PositiveInfinity;

    private static readonly int[] Rates = [1, 10, 100];

    private static readonly string[] Healthy = ["both 0.1 %", "both 0.8 % (SLO 1 %)", "common 1-min bursts", "independent bursts"];

    private static readonly double[] Steps = [0.003, 0.01, 0.05];

    private static readonly string[] StepNames = ["0.3 %", "1 %", "5 %"];

    public static (string Table, IReadOnlyList<Measurement> Bars) FalseRollbacks(GuardSize size, CancellationToken cancellationToken) =>
        new Section("False rollbacks in 24 h", Healthy, Rates, (column, rate) => HealthyTraffic(60, column, rate)).Run(
        [
            new(PublishedRules.OneWindow(60), [100, 0.5, 0, 100, 100, 100, 100, 100, 100, 100, 100, 100]),
            new(PublishedRules.Consecutive, [23, 0, 0, 100, 100, 8, 8, 0, 0, 7, 0, 0]),
            new(PublishedRules.Alarm, [100, 0, 0, 100, 100, 98, 98, 25, 23, 98, 24, 26]),
            new(ComparingRules.RepeatedZ, [24, 21, 18, 19, 18, 18, 21, 20, 16, 61, 82, 85]),
            new(ComparingRules.Kayenta, [0, 44, 4, 28, 1, 21, 0, 14, 1, 0, 16, 2]) { MostStreams = size.KayentaStreams, ExpectedStreams = 100 },
            new(ComparingRules.MixtureSprt, [1.6, 0.8, 0.5, 0, 0.2, 0.3, 1.2, 1.8, 0.2, 32, 72, 81]),
            new(ComparingRules.AsymptoticSequence, [0, 0, 0, 0, 0, 0.1, 0, 0, 0, 5, 68, 81]),
            new(EvidenceRules.Rate(0.01, Minutes), [0, 0, 0, 0, 0, 0, 5, 100, 100, 4, 100, 100]) { Barred = [0, 1] },
            new(EvidenceRules.RobustRate(0.01, Minutes), [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]) { Barred = [0, 1, 2, 3] },
            new(EvidenceRules.Share(Minutes), [0.5, 0.5, 0.1, 0.3, 0.1, 0, 0.2, 0.5, 0.2, 87, 100, 100]) { Barred = [0, 1, 2] },
            new(EvidenceRules.RobustShare(Minutes), [0.6, 0.8, 0.6, 0.8, 0.4, 0.3, 0.1, 0.8, 0.4, 10, 4, 42]) { Barred = [0, 1, 2] },
            new(EvidenceRules.Sign(Minutes), [0.3, 0.5, 1.1, None, None, None, None, None, None, 0.2, 1.3, 0.6]) { Barred = [0, 3] },
        ],
        size.Streams, seed: 4_100, cancellationToken);

    public static (string Table, IReadOnlyList<Measurement> Bars) FalseRollbacksAtTenSeconds(GuardSize size, CancellationToken cancellationToken) =>
        new Section("False rollbacks in 24 h, looks of 10 s", Healthy[..1], Rates, (column, rate) => HealthyTraffic(10, column, rate)).Run(
        [
            new(PublishedRules.OneWindow(10), [100, 1.6, 0]),
            new(ComparingRules.RepeatedZ, [23, 30, 20]),
            new(EvidenceRules.Rate(0.01, 6 * Minutes), [0, 0, 0]) { Barred = [0] },
            new(EvidenceRules.RobustRate(0.01, 6 * Minutes), [0, 0, 0]) { Barred = [0] },
            new(EvidenceRules.Share(6 * Minutes), [0.5, 0.5, 0.1]) { Barred = [0] },
            new(EvidenceRules.RobustShare(6 * Minutes), [1.4, 0.8, 0.6]) { Barred = [0] },
        ],
        size.FineStreams, seed: 4_150, cancellationToken);

    /// <summary>The worst that a healthy challenger can be. What is expected is a range over all settings, whose middle stands in each cell.</summary>
    public static (string Table, IReadOnlyList<Measurement> Bars) AtTheLimit(GuardSize size, CancellationToken cancellationToken) =>
        new Section("False rollbacks in 24 h at a rate exactly at the limit", ["limit 0.1 %", "limit 1 %"], Rates, (column, rate) =>
        {
            var limit = column == 0 ? 0.001 : 0.01;
            return Traffic.Steady(60, Day, rate, limit, limit);
        }).Run(
        [
            new(EvidenceRules.Rate(0.001, Minutes), [0.4, 0.4, 0.4, None, None, None]) { Barred = [0] },
            new(EvidenceRules.Rate(0.01, Minutes), [None, None, None, 0.4, 0.4, 0.4]) { Barred = [1] },
            new(EvidenceRules.RobustRate(0.001, Minutes), [0.5, 0.5, 0.5, None, None, None]) { Barred = [0] },
            new(EvidenceRules.RobustRate(0.01, Minutes), [None, None, None, 0.5, 0.5, 0.5]) { Barred = [1] },
        ],
        size.Streams, seed: 4_170, cancellationToken);

    public static (string Table, IReadOnlyList<Measurement> Bars) Detection(GuardSize size, CancellationToken cancellationToken) =>
        new Section("Seconds to see a step from 0.1 % at the start", StepNames, Rates, (column, rate) => Traffic.Steady(60, Day, rate, Steps[column], 0.001)) { ChangeAt = 0 }.Run(
        [
            new(PublishedRules.OneWindow(60), [300, 14_700, Never, 120, 120, 120, 60, 60, 60]),
            new(PublishedRules.Consecutive, [11_670, Never, Never, 780, 960, 660, 180, 180, 180]),
            new(PublishedRules.Alarm, [960, Never, Never, 240, 300, 240, 120, 120, 120]),
            new(ComparingRules.RepeatedZ, [1_050, 180, 60, 120, 60, 60, 60, 60, 60]),
            new(ComparingRules.Kayenta, [36_000, 1_800, 600, 2_400, 600, 600, 600, 600, 600]) { MostStreams = size.KayentaStreams, ExpectedStreams = 100 },
            new(ComparingRules.MixtureSprt, [3_600, 420, 60, 900, 120, 60, 420, 60, 60]),
            new(ComparingRules.AsymptoticSequence, [10_020, 1_080, 120, 1_500, 180, 60, 300, 60, 60]),
            new(EvidenceRules.Rate(0.002, Minutes), [26_310, 3_030, 360, 840, 120, 60, 120, 60, 60]) { Barred = [0, 1, 2] },
            new(EvidenceRules.Rate(0.01, Minutes), [None, None, None, None, None, None, 180, 60, 60]) { Barred = [2] },
            new(EvidenceRules.RobustRate(0.01, Minutes), [None, None, None, None, None, None, 300, 300, 300]) { Barred = [2] },
            new(EvidenceRules.Share(Minutes), [5_070, 600, 120, 600, 90, 60, 120, 60, 60]) { Barred = [0, 1, 2] },
            new(EvidenceRules.RobustShare(Minutes), [5_850, 780, 480, 720, 300, 300, 240, 240, 240]) { Barred = [0, 1, 2] },
            new(EvidenceRules.Sign(Minutes), [11_250, 1_500, 660, 1_710, 660, 660, 660, 660, 660]) { Barred = [0, 1, 2] },
        ],
        size.Streams, seed: 4_200, cancellationToken);

    public static (string Table, IReadOnlyList<Measurement> Bars) DetectionAtTenSeconds(GuardSize size, CancellationToken cancellationToken) =>
        new Section("Seconds to see a step from 0.1 % at the start, looks of 10 s", StepNames, Rates, (column, rate) => Traffic.Steady(10, Day, rate, Steps[column], 0.001)) { ChangeAt = 0 }.Run(
            [new(EvidenceRules.Share(6 * Minutes), [4_930, 550, 70, 595, 60, 10, 70, 10, 10]) { Barred = [0, 1, 2] }],
            Math.Max(size.FineStreams, 500), seed: 4_250, cancellationToken);

    public static (string Table, IReadOnlyList<Measurement> Bars) AfterHealth(GuardSize size, CancellationToken cancellationToken) =>
        new Section("Seconds to see a step from 0.1 % after 6 h of health", StepNames, Rates, (column, rate) => Traffic.Step(60, Day, rate, 0.001, Steps[column], SixHours)) { ChangeAt = SixHours }.Run(
        [
            new(EvidenceRules.Share(Minutes), [7_620, 960, 180, 1_080, 180, 60, 180, 60, 60]) { Barred = [0, 1, 2] },
            new(PlainRules.Share, [12_240, 3_900, 3_000, 2_400, 780, 600, 420, 180, 120]),
            new(ComparingRules.AsymptoticSequence, [16_110, 3_870, 1_200, 3_210, 840, 300, 540, 180, 60]),
            new(ComparingRules.MixtureSprt, [11_220, 3_270, 1_080, 2_220, 690, 240, 420, 180, 60]),
            new(EvidenceRules.Rate(0.01, Minutes), [None, None, None, None, None, None, 360, 60, 60]) { Barred = [2] },
            new(PlainRules.Rate(0.01), [None, None, None, None, None, None, 6_900, Never, Never]),
            new(EvidenceRules.RobustShare(Minutes), [8_400, 1_410, 780, 1_260, 540, 420, 420, 420, 360]) { Barred = [0, 1, 2] },
        ],
        size.Streams, seed: 4_300, cancellationToken);

    /// <summary>Rates of both arms together here.</summary>
    public static (string Table, IReadOnlyList<Measurement> Bars) Ramp(GuardSize size, CancellationToken cancellationToken) =>
        new Section("False rollbacks in a ramp 5, 10, 25, 50 % while the common rate rises from 0.1 to 0.5 %", ["24 h"], [10, 100], (_, rate) => Traffic.Ramp(rate)).Run(
        [
            new(PublishedRules.OneWindow(60), [100, 100]),
            new(ComparingRules.RepeatedZ, [100, 100]),
            new(ComparingRules.MixtureSprt, [100, 100]),
            new(ComparingRules.AsymptoticSequence, [100, 100]),
            new(EvidenceRules.Share(Minutes), [0.2, 0.7]) { Barred = [0] },
            new(EvidenceRules.RobustShare(Minutes), [0.4, 0.4]) { Barred = [0] },
        ],
        size.Streams, seed: 4_400, cancellationToken);

    private static Traffic HealthyTraffic(int lookSeconds, int column, int rate) => column switch
    {
        0 => Traffic.Steady(lookSeconds, Day, rate, 0.001, 0.001),
        1 => Traffic.Steady(lookSeconds, Day, rate, 0.008, 0.008),
        2 => Traffic.Bursting(lookSeconds, Day, rate, Bursts.Common),
        _ => Traffic.Bursting(lookSeconds, Day, rate, Bursts.OfEachArm),
    };
}
