using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Core.Guardrails;

/// <summary>An e-process over windows of both arms: ln M, and nothing that grows. All its state is values, so that a copy is a fork. Not thread-safe.</summary>
internal abstract class GuardProcess
{
    /// <summary>0 before the first window.</summary>
    public abstract double LogEvidence { get; }

    public abstract void Add(in WindowPair pair);

    /// <summary>Drops what was gathered; see <see cref="Statistics.RestartMixture.Forget"/>.</summary>
    public abstract void Forget();

    /// <summary>What the champion did while it last had traffic, for windows in which it has none; null while the arms share traffic.</summary>
    public virtual void Compare(IReadOnlyList<MetricWindow>? championBefore)
    {
    }

    /// <summary>From here on two processes with the same past.</summary>
    public virtual GuardProcess Fork() => (GuardProcess)MemberwiseClone();
}
