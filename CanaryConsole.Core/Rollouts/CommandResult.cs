namespace CanaryConsole.Core.Rollouts;

/// <summary>Why a command was turned down.</summary>
public enum RefusalKind
{
    NotFound,

    /// <summary>A value is wrong; the field says which.</summary>
    Invalid,

    /// <summary>Right in itself, but not in the present state.</summary>
    Conflict,

    /// <summary>Something the console depends on did not answer; the same command may succeed later.</summary>
    Unavailable,
}

/// <summary>The answer of the application service to a command.</summary>
public abstract record CommandResult
{
    private CommandResult()
    {
    }

    public sealed record Accepted(RolloutState State) : CommandResult;

    /// <param name="Field">The input at fault, in the API's spelling, as in "steps[1].share"; null when it is not one field.</param>
    /// <param name="Reason">One sentence naming the value and the bound or the holder.</param>
    public sealed record Refused(RefusalKind Kind, string? Field, string Reason) : CommandResult;
}
