using System.Globalization;
using CanaryConsole.Sandbox.Behaviours;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Faults;

/// <summary>The faults in force, and what they do to whom. Several on one target add up; the worse wins where they cannot.</summary>
internal sealed class FaultCatalog(Dice dice)
{
    public const int Maximum = 100;

    private readonly List<ActiveFault> _faults = [];
    private int _started;

    /// <summary>True while no fault is known: the common case, which costs nobody anything.</summary>
    public bool IsQuiet => _faults.Count == 0;

    public IReadOnlyList<ActiveFault> Active(DateTimeOffset now) => [.. In(now)];

    /// <exception cref="FormatException">There are as many faults as there may be.</exception>
    public ActiveFault Start(FaultOrder order, DateTimeOffset now)
    {
        Forget(now);
        if (_faults.Count >= Maximum)
        {
            throw new FormatException($"There are {Maximum} faults already: end one first.");
        }

        var fault = new ActiveFault((++_started).ToString(CultureInfo.InvariantCulture), order, now, order.Lasting is { } lasting ? now + lasting : null);
        _faults.Add(fault);
        return fault;
    }

    /// <summary>Drops those that ended by themselves.</summary>
    public void Forget(DateTimeOffset now) => _faults.RemoveAll(fault => fault.Until <= now);

    /// <summary>When a fault next ends by itself.</summary>
    public DateTimeOffset NextEnd(DateTimeOffset after)
    {
        var next = DateTimeOffset.MaxValue;
        foreach (var fault in _faults)
        {
            next = fault.Until is { } until && until > after ? Time.Earlier(next, until) : next;
        }

        return next;
    }

    /// <summary>False where there is no such fault, or none any more.</summary>
    public bool End(string id) => _faults.RemoveAll(fault => fault.Id == id) > 0;

    public int EndAll()
    {
        var ended = _faults.Count;
        _faults.Clear();
        return ended;
    }

    /// <summary>What a call of this operation is refused with before it is looked at, or null.</summary>
    public AwsErrorException? RefusalOf(string? operation, DateTimeOffset now)
    {
        if (IsQuiet)
        {
            return null;
        }

        // A token that has expired is seen before anybody counts calls.
        foreach (var fault in In(now).OrderBy(fault => fault.Fault is Fault.ExpiredCredentials ? 0 : 1))
        {
            if (Refuses(fault.Fault, operation) is { } refusal)
            {
                fault.Refused++;
                return refusal;
            }
        }

        return null;
    }

    public EndpointTrouble Of(string endpoint, DateTimeOffset now)
    {
        var trouble = default(EndpointTrouble);
        foreach (var active in In(now))
        {
            trouble = active.Fault switch
            {
                Fault.RefuseUpdates fault when fault.Endpoint == endpoint => trouble with { Refusal = trouble.Refusal ?? fault.Reason },
                Fault.HoldUpdating fault when fault.Endpoint == endpoint => trouble with { IsHeld = true },
                Fault.RevertUpdates fault when fault.Endpoint == endpoint => trouble with { IsReverting = true },
                Fault.SystemUpdating fault when fault.Endpoint == endpoint => trouble with { IsInMaintenance = true },
                _ => trouble,
            };
        }

        return trouble;
    }

    public VariantTrouble Of(string endpoint, string variant, DateTimeOffset now)
    {
        if (IsQuiet)
        {
            return VariantTrouble.None;
        }

        var trouble = VariantTrouble.None;
        foreach (var active in In(now))
        {
            trouble = active.Fault switch
            {
                Fault.VariantErrors fault when fault.Endpoint == endpoint && fault.Variant == variant =>
                    trouble with { ErrorShare = EitherOf(trouble.ErrorShare, fault.Share) },
                Fault.VariantLatency fault when fault.Endpoint == endpoint && fault.Variant == variant =>
                    trouble with { LatencyFactor = trouble.LatencyFactor * fault.Factor },
                Fault.EndpointErrors fault when fault.Endpoint == endpoint => trouble with { ErrorShare = EitherOf(trouble.ErrorShare, fault.Share) },
                Fault.EndpointLatency fault when fault.Endpoint == endpoint => trouble with { LatencyFactor = trouble.LatencyFactor * fault.Factor },
                Fault.ClientErrors fault when fault.Endpoint == endpoint && fault.Variant == variant =>
                    trouble with { ClientErrorShare = EitherOf(trouble.ClientErrorShare, fault.Share) },
                Fault.VariantUtilization { Resource: InstanceResource.Cpu } fault when fault.Endpoint == endpoint && fault.Variant == variant =>
                    trouble with { LeastCpu = Math.Max(trouble.LeastCpu, fault.Percent) },
                Fault.VariantUtilization fault when fault.Endpoint == endpoint && fault.Variant == variant =>
                    trouble with { LeastMemory = Math.Max(trouble.LeastMemory, Math.Min(100, fault.Percent)) },
                _ => trouble,
            };
        }

        return trouble;
    }

    /// <summary>The variant that a simulated user of the endpoint names as the target, or null where the weights decide.</summary>
    public string? TargetOf(string endpoint, DateTimeOffset now)
    {
        foreach (var active in In(now))
        {
            if (active.Fault is Fault.PinnedClients fault && fault.Endpoint == endpoint && dice.Uniform() < fault.Share)
            {
                return fault.Variant;
            }
        }

        return null;
    }

    /// <param name="endpoint">The endpoint, or null for metrics of something else, which only the faults of all metrics reach.</param>
    public MetricTrouble OfMetrics(string? endpoint, DateTimeOffset now)
    {
        if (IsQuiet)
        {
            return MetricTrouble.None;
        }

        var trouble = MetricTrouble.None;
        foreach (var active in In(now))
        {
            trouble = active.Fault switch
            {
                Fault.LateMetrics fault when Reaches(fault.Endpoint, endpoint) =>
                    trouble with { Lateness = fault.By > trouble.Lateness ? fault.By : trouble.Lateness },
                Fault.PartialMetrics fault when Reaches(fault.Endpoint, endpoint) => trouble with { NewestShare = Math.Min(fault.Share, trouble.NewestShare) },
                Fault.MissingMetrics fault when Reaches(fault.Endpoint, endpoint) => trouble with { AreMissing = true },
                _ => trouble,
            };
        }

        return trouble;
    }

    private AwsErrorException? Refuses(Fault fault, string? operation) => fault switch
    {
        Fault.ExpiredCredentials => AwsErrorException.ExpiredToken(),
        Fault.DeniedOperation denied when denied.Operation == operation => AwsErrorException.AccessDenied(denied.Operation),
        Fault.Throttle throttle when (throttle.Operation is null || throttle.Operation == operation) && dice.Uniform() < throttle.Rate => AwsErrorException.Throttled(),
        _ => null,
    };

    private static double EitherOf(double one, double other) => 1 - ((1 - one) * (1 - other));

    private static bool Reaches(string? target, string? endpoint) => target is null || target == endpoint;

    private IEnumerable<ActiveFault> In(DateTimeOffset now) => IsQuiet ? [] : _faults.Where(fault => fault.IsActive(now));
}
