using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace CanaryConsole.Aws.Protocol;

/// <summary>What all our clients are set to: standard retries with jitter, a time limit per call, a bounded answer, no redirects.</summary>
public abstract class AwsClientConfig : ClientConfig
{
    private readonly string _apiVersion;

    private protected AwsClientConfig(string serviceId, string hostPrefix, string signingName, string apiVersion, TimeSpan timeLimit)
        : base(new DefaultConfigurationProvider([StandardRetries]))
    {
        _apiVersion = apiVersion;
        RegionEndpointServiceName = hostPrefix;
        ServiceId = serviceId;
        AuthenticationServiceName = signingName;
        TimeLimit = timeLimit;
        RetryMode = RequestRetryMode.Standard;
        MaxErrorRetry = 2;
        AllowAutoRedirect = false;
        EndpointProvider = new RegionalEndpointProvider();
        HttpClientFactory = BufferedHttpClientFactory.Instance;
    }

    /// <summary>How long one call may take, its retries included. A call that takes longer ends with a <see cref="TimeoutException"/>.</summary>
    public TimeSpan TimeLimit { get; set; }

    public override string RegionEndpointServiceName { get; }

    public override string ServiceVersion => _apiVersion;

    public override string UserAgent => "CanaryConsole";

    private static DefaultConfiguration StandardRetries { get; } = new()
    {
        Name = DefaultConfigurationMode.Standard,
        RetryMode = RequestRetryMode.Standard,
    };

    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters) =>
        EndpointProvider.ResolveEndpoint(RegionalEndpointProvider.ParametersFor(this));

    /// <summary>The region requests are signed for, also where <see cref="ClientConfig.ServiceURL"/> names the host.</summary>
    internal RegionEndpoint Region => RegionEndpoint ?? RegionEndpoint.GetBySystemName(AuthenticationRegion);
}
