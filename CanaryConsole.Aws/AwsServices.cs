using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.S3;
using Amazon.SecurityToken;
using CanaryConsole.Aws.Adapters;
using CanaryConsole.Aws.ApplicationAutoScaling;
using CanaryConsole.Aws.CloudWatch;
using CanaryConsole.Aws.ECR;
using CanaryConsole.Aws.IdentityManagement;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Aws.SageMakerRuntime;
using CanaryConsole.Aws.SageMakerRuntime.Forwarding;
using CanaryConsole.Aws.SimpleNotificationService;
using CanaryConsole.Core.Artifacts;
using CanaryConsole.Core.Cleanup;
using CanaryConsole.Core.Deployments;
using CanaryConsole.Core.Endpoints;
using CanaryConsole.Core.Gateway;
using CanaryConsole.Core.Monitoring;
using CanaryConsole.Core.Notifications;
using CanaryConsole.Core.Predictions;
using CanaryConsole.Core.Readiness;
using CanaryConsole.Core.Registry;
using CanaryConsole.Core.Registry.Approvals;
using CanaryConsole.Core.Reviews;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CanaryConsole.Aws;

public static class AwsServices
{
    /// <summary>
    /// Registers the typed clients and Core's interfaces on them, one of each for the process: they are safe to share and hold the connections.
    /// Needs a <see cref="TimeProvider"/> and logging from whoever composes.
    /// </summary>
    public static IServiceCollection AddCanaryAws(this IServiceCollection services, AwsOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();

        services.TryAddSingleton(options);
        services.AddClients(options);

        services.TryAddSingleton<IEndpointControl, SageMakerEndpointControl>();
        services.TryAddSingleton<IEndpointReshaping, SageMakerEndpointReshaping>();
        services.TryAddSingleton<IShadowControl, SageMakerShadowControl>();
        services.TryAddSingleton<ICaptureReader, S3CaptureReader>();
        services.TryAddSingleton<IEndpointConfigs, SageMakerEndpointConfigs>();
        services.TryAddSingleton<IScalingControl, AutoScalingControl>();
        services.TryAddSingleton<ITagging, SageMakerTagging>();
        services.TryAddSingleton<IModelMaking, SageMakerModelMaking>();
        services.TryAddSingleton<IPackageRejection, SageMakerPackageRejection>();
        services.TryAddSingleton<IArtifactDigests, ArtifactDigests>();
        services.TryAddSingleton<IArtifactStore, S3ArtifactStore>();
        services.TryAddSingleton<IFolderStore, S3FolderStore>();
        services.TryAddSingleton<IVersionRegistry, SageMakerVersionRegistry>();
        services.TryAddSingleton<ILeftovers, SageMakerLeftovers>();
        services.TryAddSingleton<IMetricSource, CloudWatchMetricSource>();
        services.TryAddSingleton<ISignalSource, CloudWatchSignalSource>();
        services.TryAddSingleton<IGatewayMetrics, CloudWatchGatewayMetrics>();
        services.TryAddSingleton<IModelRegistry, SageMakerModelRegistry>();
        services.TryAddSingleton<IPackageCatalog, SageMakerPackageCatalog>();
        services.TryAddSingleton<IPackageApproval, SageMakerPackageApproval>();
        services.TryAddSingleton<IPackageFiles, S3PackageFiles>();
        services.TryAddSingleton<NotificationTopic>();
        services.TryAddSingleton<IAlarmControl, CloudWatchAlarmControl>();
        services.TryAddSingleton<IManagedDeploymentControl, SageMakerDeploymentControl>();
        services.TryAddSingleton<IReadinessProbe, SageMakerReadinessProbe>();
        services.TryAddSingleton<IPermissionProbe, IamPermissionProbe>();
        services.TryAddSingleton<IDestinationProbe, S3DestinationProbe>();
        if (options.Mode == AwsMode.Sandbox || options.NotificationTopicArn is not null)
        {
            services.TryAddSingleton<INotifier>(provider =>
                new SnsNotifier(provider.GetRequiredService<IAmazonSimpleNotificationService>(), options.NotificationTopicArn));
        }
        else
        {
            services.TryAddSingleton<INotifier, UnconfiguredNotifier>();
        }

        return services;
    }

    private static void AddClients(this IServiceCollection services, AwsOptions options)
    {
        services.TryAddSingleton<IAmazonSageMaker>(_ => new AmazonSageMakerClient(Credentials(options), Apply(options, new AmazonSageMakerConfig())));
        services.TryAddSingleton<IAmazonCloudWatch>(_ => new AmazonCloudWatchClient(Credentials(options), Apply(options, new AmazonCloudWatchConfig())));
        services.TryAddSingleton<IAmazonSimpleNotificationService>(_ =>
            new AmazonSimpleNotificationServiceClient(Credentials(options), Apply(options, new AmazonSimpleNotificationServiceConfig())));
        services.TryAddSingleton<IAmazonSageMakerRuntime>(_ =>
            new AmazonSageMakerRuntimeClient(Credentials(options), Apply(options, new AmazonSageMakerRuntimeConfig())));
        services.TryAddSingleton(_ => Forwarder(options));
        services.TryAddSingleton<IAmazonApplicationAutoScaling>(_ =>
            new AmazonApplicationAutoScalingClient(Credentials(options), Apply(options, new AmazonApplicationAutoScalingConfig())));
        services.TryAddSingleton<IAmazonECR>(_ => new AmazonECRClient(Credentials(options), Apply(options, new AmazonECRConfig())));
        services.TryAddSingleton<IAmazonIdentityManagementService>(_ =>
            new AmazonIdentityManagementServiceClient(Credentials(options), Apply(options, new AmazonIdentityManagementServiceConfig())));

        // The sandbox has one host name, so its buckets are paths.
        var s3 = new AmazonS3Config { ForcePathStyle = options.Mode == AwsMode.Sandbox };
        services.TryAddSingleton<IAmazonS3>(_ => Credentials(options) is { } credentials
            ? new AmazonS3Client(credentials, Apply(options, s3))
            : new AmazonS3Client(Apply(options, s3)));
        var sts = new AmazonSecurityTokenServiceConfig();
        services.TryAddSingleton<IAmazonSecurityTokenService>(_ => Credentials(options) is { } credentials
            ? new AmazonSecurityTokenServiceClient(credentials, Apply(options, sts))
            : new AmazonSecurityTokenServiceClient(Apply(options, sts)));
    }

    /// <summary>To the address that the typed client calls, with the credentials that it signs with.</summary>
    private static InvocationForwarder Forwarder(AwsOptions options)
    {
        var config = Apply(options, new AmazonSageMakerRuntimeConfig());
        var credentials = new Lazy<AWSCredentials>(
            () => Credentials(options) ?? (AWSCredentials)new DefaultAWSCredentialsIdentityResolver().ResolveIdentity(config), LazyThreadSafetyMode.PublicationOnly);
        return new InvocationForwarder(
            new Uri(config.EndpointProvider.ResolveEndpoint(RegionalEndpointProvider.ParametersFor(config)).URL),
            options.Region,
            async () => await credentials.Value.GetCredentialsAsync().ConfigureAwait(false),
            TimeProvider.System);
    }

    /// <summary>The sandbox takes any signature, so a fixed one is given: real credentials must never be sent to it.</summary>
    private static BasicAWSCredentials? Credentials(AwsOptions options) =>
        options.Mode == AwsMode.Sandbox ? new BasicAWSCredentials("sandbox", "sandbox") : null;

    private static TConfig Apply<TConfig>(AwsOptions options, TConfig config)
        where TConfig : ClientConfig
    {
        if (config is AwsClientConfig ours)
        {
            ours.TimeLimit = config is AmazonSageMakerRuntimeConfig ? options.InvocationTimeLimit : options.ControlTimeLimit;
        }
        else
        {
            // Amazon's clients know a limit for an attempt only; with the retries it is three times this.
            config.Timeout = options.ControlTimeLimit;
            config.RetryMode = RequestRetryMode.Standard;
            config.MaxErrorRetry = 2;
        }

        if (options.Mode == AwsMode.Sandbox)
        {
            config.ServiceURL = $"http://127.0.0.1:{options.SandboxPort}/";
            config.AuthenticationRegion = options.Region;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
            (config as AmazonIdentityManagementServiceConfig)?.ServeFrom(config.RegionEndpoint);
            if (options.Profile is not null)
            {
                config.Profile = new Profile(options.Profile);
            }
        }

        return config;
    }
}
