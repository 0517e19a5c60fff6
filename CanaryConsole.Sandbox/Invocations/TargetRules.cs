using CanaryConsole.Aws.SageMaker;
using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Protocol;

namespace CanaryConsole.Sandbox.Invocations;

/// <summary>Which of InvokeEndpoint's targets a variant takes.</summary>
internal static class TargetRules
{
    public static void Check(InvocationRequest request, Endpoint endpoint, Variant variant)
    {
        var model = variant.Model.Definition;
        if (request.InferenceComponentName is not null)
        {
            throw Refused(
                "Inference Component Name header is not allowed for endpoints to which you dont plan to deploy inference components."
                + " Please remove the Inference Component Name header and try again.");
        }

        var isMultiModel = model.PrimaryContainer?.Mode == ContainerMode.MultiModel || model.Containers?.Any(container => container.Mode == ContainerMode.MultiModel) == true;
        if (isMultiModel != request.TargetModel is not null)
        {
            throw Refused(isMultiModel
                ? $"Endpoint {endpoint.Name} hosts several models: the header TargetModel must name one of them."
                : $"Endpoint {endpoint.Name} hosts one model: the header TargetModel is not supported for it.");
        }

        var isDirect = model.InferenceExecutionConfig?.Mode == InferenceExecutionMode.Direct;
        if (isDirect != request.TargetContainerHostname is not null)
        {
            throw Refused(isDirect
                ? $"Endpoint {endpoint.Name} hosts several containers that are invoked directly: the header TargetContainerHostname must name one of them."
                : $"Endpoint {endpoint.Name} is not configured for direct invocation: the header TargetContainerHostname is not supported for it.");
        }

        if (isDirect && model.Containers?.Any(container => container.ContainerHostname == request.TargetContainerHostname) != true)
        {
            throw Refused($"Container {request.TargetContainerHostname} not found for Endpoint {endpoint.Name}.");
        }
    }

    private static AwsErrorException Refused(string message) => new("ValidationError", message);
}
