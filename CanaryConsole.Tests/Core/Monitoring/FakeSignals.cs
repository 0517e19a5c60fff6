using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Tests.Core.Monitoring;

/// <summary>Answers as told, and keeps what it was asked.</summary>
internal sealed class FakeSignals(Func<SignalRequest, SignalReading> answer) : ISignalSource
{
    public List<IReadOnlyList<SignalRequest>> Calls { get; } = [];

    public Exception? Failure { get; set; }

    /// <summary>Until this is done nothing is answered, not even a cancellation.</summary>
    public Task Held { get; set; } = Task.CompletedTask;

    public async Task<IReadOnlyList<SignalReading>> ReadAsync(IReadOnlyList<SignalRequest> requests, CancellationToken cancellationToken)
    {
        Calls.Add(requests);
        await Held;
        return Failure is null ? [.. requests.Select(answer)] : throw Failure;
    }
}
