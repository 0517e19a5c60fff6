namespace CanaryConsole.Core.Hooks;

/// <summary>Asks a hook. What cannot be asked is a no with its reason, never an exception.</summary>
public interface IHookCaller
{
    /// <summary>Takes at most the hook's own time. The same call may be made again: it carries the same idempotency key.</summary>
    Task<HookAnswer> CallAsync(HookCall call, CancellationToken cancellationToken);
}

/// <summary>What a hook is told.</summary>
/// <param name="Challenger">The variant that wants traffic, and <paramref name="Model"/> the model it runs.</param>
public sealed record HookCall(Hook Hook, string RolloutId, string Endpoint, string Challenger, string Model, string PlanDigest)
{
    /// <summary>The same for every try, also after a restart of the console.</summary>
    public string IdempotencyKey => $"{RolloutId}/{HookMessage.Word(Hook.Moment)}/{Hook.Name}";
}
