using System.Globalization;
using System.Threading.RateLimiting;
using CanaryConsole.Api;
using Microsoft.AspNetCore.RateLimiting;

namespace CanaryConsole.Hosting.Security;

/// <summary>What a client may ask for in one go, before it has to slow down to the steady rate.</summary>
internal sealed record Allowance(int Reads = Allowance.ReadBurst, int Writes = Allowance.WriteBurst, int Inferences = Allowance.InferenceBurst)
{
    public const int ReadBurst = 300;
    public const int WriteBurst = 30;
    public const int InferenceBurst = 300;
}

/// <summary>How much one client may ask of the API: much for looking, little for changing.</summary>
internal static class RateLimits
{
    public const string Api = "api";
    public const string Inference = "inference";

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddSingleton(new Allowance()).AddRateLimiter(limiter =>
    {
        limiter.AddPolicy(Api, context => HttpMethods.IsGet(context.Request.Method)
            ? Bucket(context, "read", allowance => allowance.Reads, perSecond: 30)
            : Bucket(context, "write", allowance => allowance.Writes, perSecond: 2));
        limiter.AddPolicy(Inference, context => Bucket(context, "inference", allowance => allowance.Inferences, perSecond: 50));
        limiter.OnRejected = RejectAsync;
    });

    private static RateLimitPartition<string> Bucket(HttpContext context, string kind, Func<Allowance, int> burst, int perSecond) =>
        RateLimitPartition.GetTokenBucketLimiter($"{kind} {context.Connection.RemoteIpAddress}", _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst(context.RequestServices.GetRequiredService<Allowance>()),
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });

    private static async ValueTask RejectAsync(OnRejectedContext rejected, CancellationToken cancellationToken)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        await Problems.Of(StatusCodes.Status429TooManyRequests, $"Too many requests from this client: try again in {wait} s.")
            .ExecuteAsync(rejected.HttpContext);
    }
}
