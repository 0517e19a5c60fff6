using System.Collections.Concurrent;
using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Aws.SageMakerRuntime.Model;

namespace CanaryConsole.Tests.EndToEnd.Containers;

/// <summary>Callers of one endpoint, a steady stream until they are stopped; they count who answered, and how often nobody did.</summary>
internal sealed class Callers : IAsyncDisposable
{
    private const int Concurrency = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<string, int> _answers = new(StringComparer.Ordinal);
    private readonly Task _calls;

    public Callers(IAmazonSageMakerRuntime runtime, string endpoint) =>
        _calls = Task.WhenAll(Enumerable.Range(0, Concurrency).Select(_ => CallAsync(runtime, endpoint, _stopping.Token)));

    public int AnswersOf(string variant) => _answers.GetValueOrDefault(variant);

    public int Failures => AnswersOf("");

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _calls;
        _stopping.Dispose();
    }

    private async Task CallAsync(IAmazonSageMakerRuntime runtime, string endpoint, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Pause, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(cancellationToken))
            {
                Count(await AnswerAsync(runtime, endpoint, cancellationToken));
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped on purpose.
        }
    }

    private void Count(string variant) => _answers.AddOrUpdate(variant, 1, static (_, count) => count + 1);

    private static async Task<string> AnswerAsync(IAmazonSageMakerRuntime runtime, string endpoint, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream("""{"user": 7}"""u8.ToArray());
        try
        {
            var answer = await runtime.InvokeEndpointAsync(
                new InvokeEndpointRequest { EndpointName = endpoint, Body = body, ContentType = "application/json" }, cancellationToken);
            return answer.InvokedProductionVariant!;
        }
        catch (ModelErrorException)
        {
            return "";
        }
    }
}
