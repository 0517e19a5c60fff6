using CanaryConsole.Core.Rollouts;

namespace CanaryConsole.Core.Forecasts;

/// <summary>Looks ahead for plans that have not started.</summary>
public interface IOutlookDesk
{
    /// <summary>By what the monitor last saw, and by the daily curve where it has been read; at once.</summary>
    Outlook Of(RolloutRequest request);

    /// <summary>What the monitor last saw of the endpoint's traffic, with the daily curve where it has been read; null where there is none to build on.</summary>
    /// <param name="champion">Null: the variant with the greatest share.</param>
    TrafficPicture? TrafficOf(string endpoint, string? champion);

    /// <summary>Reads how the endpoint's traffic goes over a day, for outlooks from then on; kept for half an hour. Without it, every hour counts like now.</summary>
    Task ReadDayAsync(string endpoint, CancellationToken cancellationToken);

    /// <summary>Reads what the plan's guardrails on metrics, resources and alarms would have read of the champion, for outlooks of the next minute.</summary>
    Task ReadBaselineAsync(RolloutRequest request, CancellationToken cancellationToken);
}
