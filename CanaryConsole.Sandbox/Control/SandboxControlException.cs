namespace CanaryConsole.Sandbox.Control;

/// <summary>The sandbox refused a request of its control API, or did not answer; the message is one sentence for the person who asked.</summary>
public sealed class SandboxControlException : Exception
{
    public SandboxControlException(string message)
        : base(message)
    {
    }

    public SandboxControlException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>True where it answered: what was asked cannot be. False where nobody answered.</summary>
    public bool IsRefusal { get; init; }
}
