using System.Text;
using System.Text.RegularExpressions;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Rollouts;
using CanaryConsole.Core.Storage;

namespace CanaryConsole.Core.Playground;

/// <summary>Samples in the event store.</summary>
internal sealed partial class SampleService(SampleLog log) : ISampleService
{
    public const int MostSamples = 50;
    public const int LargestPayload = 65_536;

    private const int Attempts = 5;

    public async Task<IReadOnlyList<Sample>> ListAsync(string endpoint, CancellationToken cancellationToken)
    {
        var samples = new List<Sample>();
        foreach (var name in await log.NamesAsync(endpoint, cancellationToken).ConfigureAwait(false))
        {
            if (await FindAsync(endpoint, name, cancellationToken).ConfigureAwait(false) is { } sample)
            {
                samples.Add(sample);
            }
        }

        return [.. samples.OrderBy(sample => sample.Name, StringComparer.Ordinal)];
    }

    public async Task<Sample?> FindAsync(string endpoint, string name, CancellationToken cancellationToken) =>
        (await log.ReadAsync(endpoint, name, cancellationToken).ConfigureAwait(false)).Sample;

    public Task<SampleResult> SaveAsync(string endpoint, string name, SampleEvent.SampleSaved sample, string actor, CancellationToken cancellationToken) =>
        Problem(endpoint, name, sample) is { } problem
            ? Task.FromResult<SampleResult>(problem)
            : AnswerAsync(name, async () =>
            {
                var (existing, version) = await log.ReadAsync(endpoint, name, cancellationToken).ConfigureAwait(false);
                if (existing is null && await FullAsync(endpoint, version, cancellationToken).ConfigureAwait(false) is { } full)
                {
                    return full;
                }

                return await log.TryAppendAsync(endpoint, name, version, sample, actor, cancellationToken).ConfigureAwait(false) ? new SampleResult.Accepted() : null;
            });

    public Task<SampleResult> DeleteAsync(string endpoint, string name, string actor, CancellationToken cancellationToken) => AnswerAsync(name, async () =>
    {
        var (existing, version) = await log.ReadAsync(endpoint, name, cancellationToken).ConfigureAwait(false);
        if (existing is null)
        {
            return new SampleResult.Refused(RefusalKind.NotFound, "name", $"Endpoint {endpoint} has no sample {name}.");
        }

        return await log.TryAppendAsync(endpoint, name, version, new SampleEvent.SampleDeleted(), actor, cancellationToken).ConfigureAwait(false) ? new SampleResult.Accepted() : null;
    });

    /// <param name="attempt">Null when somebody else was faster: then it is tried again.</param>
    private static async Task<SampleResult> AnswerAsync(string name, Func<Task<SampleResult?>> attempt)
    {
        try
        {
            for (var tried = 0; tried < Attempts; tried++)
            {
                if (await attempt().ConfigureAwait(false) is { } result)
                {
                    return result;
                }
            }

            return new SampleResult.Refused(RefusalKind.Conflict, "name", $"Sample {name} is being changed by others; try again.");
        }
        catch (StoreException failure)
        {
            return new SampleResult.Refused(RefusalKind.Unavailable, null, failure.Message);
        }
    }

    private async Task<SampleResult.Refused?> FullAsync(string endpoint, int version, CancellationToken cancellationToken)
    {
        if ((await ListAsync(endpoint, cancellationToken).ConfigureAwait(false)).Count >= MostSamples)
        {
            return new SampleResult.Refused(RefusalKind.Conflict, "name", $"Endpoint {endpoint} has {MostSamples} samples; delete one first.");
        }

        return version == 0 && (await log.NamesAsync(endpoint, cancellationToken).ConfigureAwait(false)).Count >= SampleLog.MostNames
            ? new SampleResult.Refused(RefusalKind.Conflict, "name", $"Endpoint {endpoint} has used {SampleLog.MostNames} names for samples; take one that was used before.")
            : null;
    }

    private static SampleResult.Refused? Problem(string endpoint, string name, SampleEvent.SampleSaved sample)
    {
        if (!Name().IsMatch(name))
        {
            return new SampleResult.Refused(RefusalKind.Invalid, "name", $"name is \"{name}\"; it must be 1 to 63 lower-case letters, digits and inner hyphens.");
        }

        var size = Encoding.UTF8.GetByteCount(sample.Payload);
        if (size > LargestPayload)
        {
            return new SampleResult.Refused(RefusalKind.Invalid, "payload", $"payload has {size:N0} bytes; a sample keeps at most {LargestPayload:N0}.");
        }

        var asRequest = new InvocationRequest(endpoint, null, sample.ContentType, ReadOnlyMemory<byte>.Empty) { Accept = sample.Accept, CustomAttributes = sample.CustomAttributes };
        return InvocationHeaders.Problem(asRequest) is { } problem ? new SampleResult.Refused(RefusalKind.Invalid, null, problem) : null;
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\z")]
    private static partial Regex Name();
}
