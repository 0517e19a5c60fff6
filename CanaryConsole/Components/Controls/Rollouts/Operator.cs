using CanaryConsole.Core;

namespace CanaryConsole.Components.Controls.Rollouts;

/// <summary>Who sits at this browser, as they say themselves: until people sign in, a name is claimed and not proven. One for each circuit.</summary>
public sealed class Operator
{
    /// <summary>Whoever has not given a name.</summary>
    public const string Nobody = "operator";

    /// <summary>The actor of every command from this circuit's pages.</summary>
    public string Name { get; private set; } = Nobody;

    /// <summary>Raised on the circuit's own context after the name has changed.</summary>
    public event Action? Changed;

    /// <summary>Null when the name is taken from now on; otherwise what is wrong with it, as a sentence.</summary>
    public string? Call(string? name)
    {
        if (ActorName.Problem(name, "The name") is { } problem)
        {
            return problem;
        }

        Name = name!.Trim();
        Changed?.Invoke();
        return null;
    }
}
