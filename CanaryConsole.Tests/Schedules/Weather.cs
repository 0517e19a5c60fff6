namespace CanaryConsole.Tests.Schedules;

/// <summary>What goes wrong at random between a console and what it depends on.</summary>
internal enum Trouble
{
    ThrottledCalls,
    LostReplies,
    FailedCalls,
    UnreachableCloud,
    DeniedCalls,
    LockedStore,
    LostStoreReplies,
    LateMetrics,
    MissingMetrics,
    PartialMetrics,
    BadErrorCounts,
    HeldUpdating,
    RevertedUpdates,
    Maintenance,
}

/// <summary>A trouble, from when to when, and how likely it strikes each time.</summary>
internal sealed record Spell(Trouble Trouble, DateTimeOffset From, DateTimeOffset Until, double Rate)
{
    public bool IsOn(DateTimeOffset at) => From <= at && at < Until;
}

/// <summary>The troubles of one schedule, drawn from its seed.</summary>
internal sealed class Weather(IReadOnlyList<Spell> spells, Random random, TimeProvider clock)
{
    public IReadOnlyList<Spell> Spells => spells;

    public bool Strikes(Trouble trouble)
    {
        var at = clock.GetUtcNow();
        foreach (var spell in spells)
        {
            if (spell.Trouble == trouble && spell.IsOn(at))
            {
                return random.NextDouble() < spell.Rate;
            }
        }

        return false;
    }

    public bool IsOn(Trouble trouble)
    {
        var at = clock.GetUtcNow();
        foreach (var spell in spells)
        {
            if (spell.Trouble == trouble && spell.IsOn(at))
            {
                return true;
            }
        }

        return false;
    }
}
