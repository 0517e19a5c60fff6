namespace CanaryConsole.Core.Serving;

/// <summary>What is known of an endpoint's traffic at one moment.</summary>
/// <param name="Known">The newest split that had been seen on the endpoint by then; null when none had.</param>
/// <param name="Pending">A newer one that had been ordered and not yet seen: traffic was on its way to it, or about to be. Null when there was none.</param>
/// <param name="Next">The first event after that moment that speaks of another split, or of the pending one being seen; null when there is none yet.</param>
public sealed record ServingMoment(string Endpoint, DateTimeOffset At, ServingChange? Known, ServingChange? Pending, ServingChange? Next)
{
    /// <summary>No event before that moment speaks of the endpoint's traffic.</summary>
    public bool IsUnknown => Known is null && Pending is null;
}
