using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.CloudWatch.Model;

namespace CanaryConsole.Tests.Aws.Adapters;

/// <summary>Answers GetMetricData as told, and counts what it was asked.</summary>
internal sealed class FakeCloudWatch(Func<GetMetricDataRequest, Task<GetMetricDataResponse>> answer) : IAmazonCloudWatch
{
    private readonly Lock _gate = new();
    private int _inFlight;

    public FakeCloudWatch(Func<GetMetricDataRequest, GetMetricDataResponse> answer)
        : this(request => Task.FromResult(answer(request)))
    {
    }

    public List<GetMetricDataRequest> Requests { get; } = [];

    public int MostInFlight { get; private set; }

    public static MetricDataResult Result(string? id, StatusCode status, params (DateTimeOffset At, double Value)[] points) => new()
    {
        Id = id,
        StatusCode = status,
        Timestamps = [.. points.Select(point => point.At.UtcDateTime)],
        Values = [.. points.Select(point => point.Value)],
    };

    public async Task<GetMetricDataResponse> GetMetricDataAsync(GetMetricDataRequest request, CancellationToken cancellationToken = default)
    {
        lock (_gate)
        {
            Requests.Add(request);
            MostInFlight = Math.Max(MostInFlight, ++_inFlight);
        }

        try
        {
            return await answer(request);
        }
        finally
        {
            lock (_gate)
            {
                _inFlight--;
            }
        }
    }

    public Task<PutMetricDataResponse> PutMetricDataAsync(PutMetricDataRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<PutMetricAlarmResponse> PutMetricAlarmAsync(PutMetricAlarmRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<ListMetricsResponse> ListMetricsAsync(ListMetricsRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<DescribeAlarmHistoryResponse> DescribeAlarmHistoryAsync(DescribeAlarmHistoryRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<PutDashboardResponse> PutDashboardAsync(PutDashboardRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<GetDashboardResponse> GetDashboardAsync(GetDashboardRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<ListDashboardsResponse> ListDashboardsAsync(ListDashboardsRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<DeleteDashboardsResponse> DeleteDashboardsAsync(DeleteDashboardsRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<DescribeAlarmsResponse> DescribeAlarmsAsync(DescribeAlarmsRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<SetAlarmStateResponse> SetAlarmStateAsync(SetAlarmStateRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public Task<DeleteAlarmsResponse> DeleteAlarmsAsync(DeleteAlarmsRequest request, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public void Dispose()
    {
        // Holds nothing.
    }
}
