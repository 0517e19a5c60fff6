using CanaryConsole.Core.Forecasts;
using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Components.Controls.Rollouts.Form;

/// <summary>What a plan would see, and what has to be read before that can be told: each once.</summary>
internal sealed class OutlookReading(IOutlookDesk desk)
{
    private bool _readingBaseline;
    private string? _readDayOf;

    public Core.Forecasts.Outlook Outlook { get; private set; } = new(null, null, null, []);

    /// <param name="seen">The monitor knows the endpoint.</param>
    /// <returns>What is still to be read; the outlook is to be asked for again after each.</returns>
    public IReadOnlyList<Func<CancellationToken, Task<bool>>> Of(RolloutRequest plan, string endpoint, bool seen)
    {
        Outlook = desk.Of(plan);
        var missing = new List<Func<CancellationToken, Task<bool>>>();
        if (_readDayOf != endpoint && seen)
        {
            _readDayOf = endpoint;
            missing.Add(gone => ReadAsync(() => desk.ReadDayAsync(endpoint, gone), gone));
        }

        if (Outlook.NeedsBaseline && !_readingBaseline)
        {
            _readingBaseline = true;
            missing.Add(gone => ReadBaselineAsync(plan, gone));
        }

        return missing;
    }

    private async Task<bool> ReadBaselineAsync(RolloutRequest plan, CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(() => desk.ReadBaselineAsync(plan, cancellationToken), cancellationToken);
        }
        finally
        {
            _readingBaseline = false;
        }
    }

    private static async Task<bool> ReadAsync(Func<Task> read, CancellationToken cancellationToken)
    {
        try
        {
            await read();
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
