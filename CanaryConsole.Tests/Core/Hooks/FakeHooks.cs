using CanaryConsole.Core.Hooks;

namespace CanaryConsole.Tests.Core.Hooks;

/// <summary>Says yes at once, unless told otherwise.</summary>
internal sealed class FakeHooks : IHookCaller
{
    public List<string> Calls { get; } = [];

    public Func<HookCall, Task<HookAnswer>> Answer { get; set; } = _ => Task.FromResult(Yes);

    public static HookAnswer Yes { get; } = new(true, null, 200, 1, TimeSpan.FromMilliseconds(12));

    public static HookAnswer No(string reason) => new(false, reason, 200, 1, TimeSpan.FromMilliseconds(12));

    public Task<HookAnswer> CallAsync(HookCall call, CancellationToken cancellationToken)
    {
        Calls.Add(call.IdempotencyKey);
        return Answer(call);
    }
}
