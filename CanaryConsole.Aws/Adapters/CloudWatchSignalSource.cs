using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Core;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Guardrails;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Reads what guardrails watch beside request counts: values of metrics by GetMetricData, 500 queries a call, and states of alarms by DescribeAlarms, 100 a call.</summary>
internal sealed class CloudWatchSignalSource(IAmazonCloudWatch cloudWatch, IAlarmControl alarms) : ISignalSource
{
    /// <summary>What <see cref="SignalReading.Points"/> may hold.</summary>
    private const int MostPoints = 1_500;

    private const int MaxPages = 20;
    private const int MaxAlarms = 100;

    public async Task<IReadOnlyList<SignalReading>> ReadAsync(IReadOnlyList<SignalRequest> requests, CancellationToken cancellationToken)
    {
        var readings = new SignalReading?[requests.Count];
        var failures = new List<CloudException>();
        var signals = requests.Select((request, index) => SignalQuery.Of(index, request)).OfType<SignalQuery>();
        foreach (var batch in SignalBatch.Pack(signals, requests))
        {
            await ReadBatchAsync(batch, requests, readings, failures, cancellationToken).ConfigureAwait(false);
        }

        var watched = requests.Select((request, index) => (index, request.To, (request.Rule as GuardrailRule.AlarmState)?.AlarmName)).Where(one => one.AlarmName is not null);
        foreach (var chunk in watched.Chunk(MaxAlarms))
        {
            await ReadAlarmsAsync(chunk!, readings, failures, cancellationToken).ConfigureAwait(false);
        }

        if (failures.Count > 0 && readings.All(reading => reading is { Points.Count: 0, Problem: not null }))
        {
            throw failures[0];
        }

        return [.. readings.Select((reading, index) => reading ?? new SignalReading([], $"{requests[index].Rule.GetType().Name} reads no metric and no alarm."))];
    }

    private async Task ReadBatchAsync(
        SignalBatch batch, IReadOnlyList<SignalRequest> requests, SignalReading?[] readings, List<CloudException> failures, CancellationToken cancellationToken)
    {
        try
        {
            var results = await ResultsAsync(batch, cancellationToken).ConfigureAwait(false);
            foreach (var signal in batch.Signals)
            {
                readings[signal.Index] = Reading(signal, requests[signal.Index], results[signal.ResultId]);
            }
        }
        catch (CloudException failure) when (failure.Failure is CloudFailure.Invalid && batch.Signals.Count > 1)
        {
            // One expression that is wrong has the whole call refused: each for itself, so that the others are unharmed.
            foreach (var signal in batch.Signals)
            {
                await ReadBatchAsync(SignalBatch.Of(signal, requests[signal.Index]), requests, readings, failures, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (CloudException failure)
        {
            failures.Add(failure);
            foreach (var signal in batch.Signals)
            {
                readings[signal.Index] = new SignalReading([], failure.Message);
            }
        }
    }

    private async Task<ILookup<string, MetricDataResult>> ResultsAsync(SignalBatch batch, CancellationToken cancellationToken)
    {
        var paged = Paginator.ItemsAsync(
            (token, stop) => cloudWatch.GetMetricDataAsync(
                new GetMetricDataRequest
                {
                    MetricDataQueries = [.. batch.Signals.SelectMany(signal => signal.Queries)],
                    StartTime = batch.Start.UtcDateTime,
                    EndTime = batch.End.UtcDateTime,
                    ScanBy = ScanBy.TimestampAscending,
                    NextToken = token,
                },
                stop),
            page => page.MetricDataResults,
            MaxPages,
            cancellationToken);
        var results = await CloudCall.RunAsync(
            "GetMetricData", string.Join(", ", batch.Signals.Take(3).Select(signal => signal.What)), () => paged.FirstAsync(int.MaxValue), cancellationToken).ConfigureAwait(false);
        return results.ToLookup(result => result.Id ?? "", StringComparer.Ordinal);
    }

    private static SignalReading Reading(SignalQuery signal, SignalRequest request, IEnumerable<MetricDataResult> results)
    {
        var series = new MetricSeries();
        var labels = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var result in results)
        {
            series.Add(result);
            labels.Add(result.Label);
        }

        if (labels.Count > 1)
        {
            return new SignalReading([], $"{signal.What} gives {labels.Count} series; a guardrail watches one.");
        }

        // Values of a failed series are not told: what is partly there may be partly wrong.
        List<SignalPoint> points = series.HasFailed
            ? []
            :
            [
                .. series.Timestamps.Where(ticks => ticks >= request.From.UtcTicks && ticks < request.To.UtcTicks).Order().TakeLast(MostPoints)
                    .Select(ticks => new SignalPoint(new DateTimeOffset(ticks, TimeSpan.Zero), signal.Period, series.At(ticks)!.Value)),
            ];
        return new SignalReading(points, SeriesProblem.Of(signal.What, series));
    }

    /// <summary>One point says which state the alarm is in, since when, and by its end when that was seen; insufficient data is no point.</summary>
    private async Task ReadAlarmsAsync(
        (int Index, DateTimeOffset To, string AlarmName)[] watched, SignalReading?[] readings, List<CloudException> failures, CancellationToken cancellationToken)
    {
        try
        {
            var found = await alarms.DescribeAsync([.. watched.Select(one => one.AlarmName).Distinct(StringComparer.Ordinal)], cancellationToken).ConfigureAwait(false);
            foreach (var (index, to, name) in watched)
            {
                readings[index] = Reading(found.First(facts => string.Equals(facts.Name, name, StringComparison.Ordinal)), to);
            }
        }
        catch (CloudException failure)
        {
            failures.Add(failure);
            foreach (var (index, _, _) in watched)
            {
                readings[index] = new SignalReading([], failure.Message);
            }
        }
    }

    private static SignalReading Reading(AlarmFacts alarm, DateTimeOffset to)
    {
        var since = alarm.Seen.Since is { } moved && moved < to ? moved : to;
        return alarm.Seen.State switch
        {
            AlarmState.Ok => new SignalReading([new SignalPoint(since, to - since, 0)], null),
            AlarmState.Alarm => new SignalReading([new SignalPoint(since, to - since, 1)], null),
            AlarmState.Missing => new SignalReading([], $"There is no alarm {alarm.Name}."),
            AlarmState.InsufficientData => SignalReading.None,
        };
    }
}
