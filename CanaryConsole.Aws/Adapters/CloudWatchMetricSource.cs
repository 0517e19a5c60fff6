using System.Globalization;
using System.Runtime.CompilerServices;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;
using CanaryConsole.Aws.Protocol;
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
        var answers = new MetricAnswer[requests.Count];
        await foreach (var part in ReadPartsAsync(requests, cancellationToken).ConfigureAwait(false))
        {
            foreach (var (index, answer) in part.Batch.Indexes.Zip(part.Answers))
            {
                answers[index] = answer;
            }
        }

        return answers;
    }

    public async IAsyncEnumerable<IReadOnlyList<MetricAnswer>> ReadInPartsAsync(
        IReadOnlyList<MetricRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var part in ReadPartsAsync(requests, cancellationToken).ConfigureAwait(false))
        {
            yield return part.Answers;
        }
    }

    public void Dispose() => _calls.Dispose();

    private async IAsyncEnumerable<Part> ReadPartsAsync(IReadOnlyList<MetricRequest> requests, [EnumeratorCancellation] CancellationToken cancellationToken)
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

        var reading = MetricBatch.Pack(requests).Select(batch => ReadBatchAsync(batch, requests, cancellationToken)).ToList();
        var failures = new List<CloudException>();
        try
        {
            await foreach (var read in Task.WhenEach(reading).WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                var part = await read.ConfigureAwait(false);
                if (part.Failure is not null)
                {
                    failures.Add(part.Failure);
                }

                yield return part;
            }
        }
        finally
        {
            // Whoever stops listening early leaves no call behind.
            await ((Task)Task.WhenAll(reading)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (reading.Count > 0 && failures.Count == reading.Count)
        {
            throw failures[0];
        }
    }

    /// <summary>A failed batch has its requests answered without windows, and leaves the others as they are.</summary>
    private async Task<Part> ReadBatchAsync(MetricBatch batch, IReadOnlyList<MetricRequest> requests, CancellationToken cancellationToken)
    {
        await _calls.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var readings = await ReadPagesAsync(batch, requests, cancellationToken).ConfigureAwait(false);
            return new Part(batch, [.. readings.Select(reading => reading.ToAnswer())], null);
        }
        catch (CloudException exception)
        {
            return new Part(batch, [.. batch.Indexes.Select(index => new MetricAnswer(requests[index], [], exception.Message))], exception);
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

        var paged = Paginator.ItemsAsync(
            (token, stop) => cloudWatch.GetMetricDataAsync(
                new GetMetricDataRequest
                {
                    MetricDataQueries = queries,
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
            "GetMetricData", $"{readings.Length} variants", () => paged.FirstAsync(int.MaxValue), cancellationToken).ConfigureAwait(false);
        foreach (var result in results)
        {
            if (TryIndex(result.Id, series.Count, out var index))
            {
                series[index].Add(result);
            }
        }

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
                    .. request.ConfigName is { } config ? new[] { new Dimension { Name = "EndpointConfigName", Value = config } } : [],
                ],
            },
        },
    };

    private static bool TryIndex(string? id, int count, out int index)
    {
        index = -1;
        return id is ['q', .. var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out index) && index < count;
    }

    /// <param name="Failure">Null when the batch was answered.</param>
    private sealed record Part(MetricBatch Batch, IReadOnlyList<MetricAnswer> Answers, CloudException? Failure);
}
