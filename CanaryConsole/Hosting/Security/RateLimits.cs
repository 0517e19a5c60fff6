using System.Globalization;
using System.Threading.RateLimiting;
using CanaryConsole.Api;
using Microsoft.AspNetCore.RateLimiting;

namespace CanaryConsole.Hosting.Security;

/// <summary>How much one client may ask of the API: much for looking, little for changing.</summary>
internal static class RateLimits
{
    public const string Api = "api";
    public const string Inference = "inference";
    public const int ReadBurst = 300;
    public const int WriteBurst = 30;
    public const int InferenceBurst = 300;

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.AddPolicy(Api, context => HttpMethods.IsGet(context.Request.Method)
            ? Bucket(context, "read", ReadBurst, perSecond: 30)
            : Bucket(context, "write", WriteBurst, perSecond: 2));
        limiter.AddPolicy(Inference, context => Bucket(context, "inference", InferenceBurst, perSecond: 50));
        limiter.OnRejected = RejectAsync;
    });

    private static RateLimitPartition<string> Bucket(HttpContext context, string kind, int burst, int perSecond) =>
        RateLimitPartition.GetTokenBucketLimiter($"{kind} {context.Connection.RemoteIpAddress}", _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = burst,
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
