using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CanaryConsole.Benchmarks.Cloud;

/// <summary>An AWS on a free loopback port that takes 50 ms for every call and notes what it sees.</summary>
internal sealed class FakeAws : IAsyncDisposable
{
    public static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(50);

    private readonly WebApplication _app;
    private readonly FakeAccount _account;
    private readonly ConcurrentDictionary<string, CallGauge> _gauges = new(StringComparer.Ordinal);

    private FakeAws(FakeAccount account)
    {
        _account = account;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public int Port => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    /// <summary>The most queries that one GetMetricData call carried.</summary>
    public int MostQueries { get; private set; }

    public CallGauge Gauge(string operation) => _gauges.GetOrAdd(operation, _ => new CallGauge());

    public static async Task<FakeAws> StartAsync(FakeAccount account, CancellationToken cancellationToken)
    {
        var fake = new FakeAws(account);
        await fake._app.StartAsync(cancellationToken);
        return fake;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        var arrived = TimeProvider.System.GetTimestamp();
        var target = http.Request.Headers["X-Amz-Target"].ToString();
        var operation = target[(target.LastIndexOf('.') + 1)..];
        var gauge = Gauge(operation);
        gauge.Enter();
        try
        {
            using var request = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            var answer = new ArrayBufferWriter<byte>(4096);
            var proven = Write(operation, request.RootElement, answer, arrived);
            var left = AnswerTime - TimeProvider.System.GetElapsedTime(arrived);
            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left, TimeProvider.System, http.RequestAborted);
            }

            http.Response.ContentType = "application/x-amz-json-1.1";
            http.Response.ContentLength = answer.WrittenCount;
            await http.Response.Body.WriteAsync(answer.WrittenMemory, http.RequestAborted);
            await http.Response.CompleteAsync();
            var sent = TimeProvider.System.GetTimestamp();
            proven.ForEach(endpoint => endpoint.ProofSent(sent));
        }
        finally
        {
            gauge.Leave();
        }
    }

    /// <summary>Answers with the endpoints whose failures the answer shows.</summary>
    private List<FakeEndpoint> Write(string operation, JsonElement request, ArrayBufferWriter<byte> answer, long arrived)
    {
        using var json = new Utf8JsonWriter(answer);
        switch (operation)
        {
            case "ListEndpoints":
                SageMakerAnswers.List(_account, request, json);
                return [];
            case "DescribeEndpoint":
                SageMakerAnswers.Describe(_account, request, json);
                return [];
            case "DescribeEndpointConfig":
                SageMakerAnswers.DescribeConfig(request, json);
                return [];
            case "UpdateEndpointWeightsAndCapacities":
                SageMakerAnswers.SetWeights(_account, request, json, arrived);
                return [];
            case "GetMetricData":
                var queries = request.GetProperty("MetricDataQueries").GetArrayLength();
                lock (_account)
                {
                    MostQueries = Math.Max(MostQueries, queries);
                }

                return MetricDataAnswer.Write(_account, request, json);
            default:
                throw new NotSupportedException($"The fake AWS does not know {operation}; the benchmark needs none but those it answers.");
        }
    }
}
