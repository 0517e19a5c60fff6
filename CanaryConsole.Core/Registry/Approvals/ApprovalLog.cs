using System.Diagnostics;
using System.Text.Json;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Registry.Approvals;

/// <summary>The approvals of a version in the event store: one stream each.</summary>
internal sealed class ApprovalLog(IEventStore store, TimeProvider clock)
{
    private const int Attempts = 5;

    public static string StreamOf(string group, int version) => FormattableString.Invariant($"approval/{group}/{version}");

    /// <summary>Ascending; events of a newer console that this one does not know are passed over. And the stream's version, 0 for none.</summary>
    /// <exception cref="StoreException">It could not be read.</exception>
    public async Task<(IReadOnlyList<RecordedApprovalEvent> Events, int Version)> ReadAsync(string group, int version, CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(StreamOf(group, version), 0, cancellationToken).ConfigureAwait(false);
        return ([.. stored.Select(Read).OfType<RecordedApprovalEvent>()], stored.Count == 0 ? 0 : stored[^1].Version);
    }

    /// <summary>False when somebody else's event came first.</summary>
    /// <exception cref="StoreException">It could not be written.</exception>
    public async Task<bool> TryAppendAsync(string group, int version, int expected, ApprovalEvent happened, string actor, CancellationToken cancellationToken)
    {
        var added = new NewEvent(TypeOf(happened), clock.GetUtcNow(), actor, JsonSerializer.Serialize(happened, happened.GetType(), CoreJson.Options));
        return await store.AppendAsync(new Append(StreamOf(group, version), expected, [added]), cancellationToken).ConfigureAwait(false) is AppendResult.Appended;
    }

    /// <summary>Once, however often it is asked for.</summary>
    /// <exception cref="StoreException">It could not be written.</exception>
    public async Task AddAsync(string group, int version, ApprovalEvent.RejectedByRollout rejected, string actor, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var (events, last) = await ReadAsync(group, version, cancellationToken).ConfigureAwait(false);
            if (events.Any(recorded => recorded.Event is ApprovalEvent.RejectedByRollout earlier && earlier.Rollout == rejected.Rollout)
                || await TryAppendAsync(group, version, last, rejected, actor, cancellationToken).ConfigureAwait(false))
            {
                return;
            }
        }

        throw new StoreException($"Others kept writing the approvals of {group} v{version}; try again.");
    }

    private static string TypeOf(ApprovalEvent happened) => happened switch
    {
        ApprovalEvent.ApprovalAsked => "approvalAsked",
        ApprovalEvent.ApprovalSet => "approvalSet",
        ApprovalEvent.ApprovalNotSet => "approvalNotSet",
        ApprovalEvent.RejectedByRollout => "rejectedByRollout",
        _ => throw new UnreachableException(),
    };

    private static RecordedApprovalEvent? Read(StoredEvent stored)
    {
        try
        {
            ApprovalEvent? happened = stored.Type switch
            {
                "approvalAsked" => JsonSerializer.Deserialize<ApprovalEvent.ApprovalAsked>(stored.Payload, CoreJson.Options),
                "approvalSet" => JsonSerializer.Deserialize<ApprovalEvent.ApprovalSet>(stored.Payload, CoreJson.Options),
                "approvalNotSet" => JsonSerializer.Deserialize<ApprovalEvent.ApprovalNotSet>(stored.Payload, CoreJson.Options),
                "rejectedByRollout" => JsonSerializer.Deserialize<ApprovalEvent.RejectedByRollout>(stored.Payload, CoreJson.Options),
                _ => null,
            };
            return happened is null ? null : new RecordedApprovalEvent(stored.Version, stored.At, stored.Actor, happened);
        }
        catch (JsonException exception)
        {
            throw new StoreException($"Event {stored.Version} of stream \"{stored.Stream}\" cannot be read as {stored.Type}.", exception);
        }
    }
}
