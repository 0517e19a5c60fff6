using System.Globalization;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Core;
using CanaryConsole.Core.Monitoring;

namespace CanaryConsole.Aws.Adapters;

/// <summary>Reads variants' metrics from CloudWatch: 500 queries a call, at most four calls in flight, whoever asks.</summary>
internal sealed class CloudWatchMetricSource(IAmazonCloudWatch cloudWatch) : IMetricSource, IDisposable
{
    private const int MaxCallsInFlight = 4;

    // 100,800 datapoints fill one page; a span that needs more pages than this is not one anybody asked for.
    private const int MaxPages = 20;

    private readonly SemaphoreSlim _calls = new(MaxCallsInFlight);

    public async Task<IReadOnlyList<MetricAnswer>> ReadAsync(IReadOnlyList<MetricRequest> requests, CancellationToken cancellationToken)
    {
        foreach (var request in requests)
        {
            if (request.Period < TimeSpan.FromSeconds(1) || request.To <= request.From)
            {
                throw new ArgumentException(
                    $"The metric request for {request.Endpoint}/{request.Variant} spans {request.From:O} to {request.To:O} by {request.Period}: the end must come after the start, and the period be at least one second.",
                    nameof(requests));
            }
        }

        var batches = MetricBatch.Pack(requests);
        var answers = new MetricAnswer[requests.Count];
        var failures = await Task.WhenAll(batches.Select(batch => ReadBatchAsync(batch, requests, answers, cancellationToken))).ConfigureAwait(false);
        if (batches.Count > 0 && Array.TrueForAll(failures, failure => failure is not null))
        {
            throw failures[0]!;
        }

        return answers;
    }

    public void Dispose() => _calls.Dispose();

    /// <summary>Null when the batch was answered. A failed batch leaves its requests without windows, and the others as they are.</summary>
    private async Task<CloudException?> ReadBatchAsync(
        MetricBatch batch, IReadOnlyList<MetricRequest> requests, MetricAnswer[] answers, CancellationToken cancellationToken)
    {
        await _calls.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var readings = await ReadPagesAsync(batch, requests, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < batch.Indexes.Count; i++)
            {
                answers[batch.Indexes[i]] = readings[i].ToAnswer();
            }

            return null;
        }
        catch (CloudException exception)
        {
            foreach (var index in batch.Indexes)
            {
                answers[index] = new MetricAnswer(requests[index], [], exception.Message);
            }

            return exception;
        }
        finally
        {
            _calls.Release();
        }
    }

    private async Task<VariantReading[]> ReadPagesAsync(MetricBatch batch, IReadOnlyList<MetricRequest> requests, CancellationToken cancellationToken)
    {
        var readings = new VariantReading[batch.Indexes.Count];
        var queries = new List<MetricDataQuery>();
        var series = new List<MetricSeries>();
        for (var i = 0; i < readings.Length; i++)
        {
            var request = requests[batch.Indexes[i]];
            readings[i] = new VariantReading(request);
            foreach (var metric in VariantMetric.For(request))
            {
                queries.Add(Query(queries.Count, request, metric));
                series.Add(readings[i][metric]);
            }
        }

        string? token = null;
        var pages = 0;
        do
        {
            var call = new GetMetricDataRequest
            {
                MetricDataQueries = queries,
                StartTime = batch.Start.UtcDateTime,
                EndTime = batch.End.UtcDateTime,
                ScanBy = ScanBy.TimestampAscending,
                NextToken = token,
            };
            var page = await CloudCall.RunAsync(
                "GetMetricData", $"{readings.Length} variants", () => cloudWatch.GetMetricDataAsync(call, cancellationToken), cancellationToken).ConfigureAwait(false);
            foreach (var result in page.MetricDataResults ?? [])
            {
                if (TryIndex(result.Id, series.Count, out var index))
                {
                    series[index].Add(result);
                }
            }

            token = string.Equals(page.NextToken, token, StringComparison.Ordinal) ? null : page.NextToken;
        }
        while (!string.IsNullOrEmpty(token) && ++pages < MaxPages);
        return readings;
    }

    private static MetricDataQuery Query(int index, MetricRequest request, VariantMetric metric) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"q{index}"),
        ReturnData = true,
        MetricStat = new MetricStat
        {
            Period = (int)request.Period.TotalSeconds,
            Stat = metric.Statistic,
            Metric = new Metric
            {
                Namespace = VariantMetric.Namespace,
                MetricName = metric.MetricName,

                // With EndpointName alone CloudWatch finds nothing, which would read as an idle endpoint.
                Dimensions =
                [
                    new Dimension { Name = "EndpointName", Value = request.Endpoint },
                    new Dimension { Name = "VariantName", Value = request.Variant },
                ],
            },
        },
    };

    private static bool TryIndex(string? id, int count, out int index)
    {
        index = -1;
        return id is ['q', .. var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out index) && index < count;
    }
}
