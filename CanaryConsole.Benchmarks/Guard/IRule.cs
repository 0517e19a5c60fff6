namespace CanaryConsole.Benchmarks.Guard;

/// <summary>A rule that rolls back or does not. Stateful: one for each stream.</summary>
internal interface IRule
{
    /// <summary>One look at one more window; true when it would roll back.</summary>
    bool Look(in TrafficWindow window);
}

/// <summary>A rule by its name.</summary>
internal sealed record NamedRule(string Name, Func<IRule> Make);
