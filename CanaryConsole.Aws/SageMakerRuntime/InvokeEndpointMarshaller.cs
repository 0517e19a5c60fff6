using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using CanaryConsole.Aws.SageMakerRuntime.Model;

namespace CanaryConsole.Aws.SageMakerRuntime;

internal sealed class InvokeEndpointMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var invocation = (InvokeEndpointRequest)input;
        var request = new DefaultRequest(input, "Amazon.SageMakerRuntime")
        {
            HttpMethod = "POST",
            ResourcePath = "/endpoints/{EndpointName}/invocations",
            Content = invocation.Body!.ToArray(),
        };
        request.AddPathResource("{EndpointName}", invocation.EndpointName);
        Set(request, "Content-Type", invocation.ContentType ?? "application/octet-stream");
        Set(request, "Accept", invocation.Accept);
        Set(request, InvokeEndpointHeaders.CustomAttributes, invocation.CustomAttributes);
        Set(request, InvokeEndpointHeaders.TargetModel, invocation.TargetModel);
        Set(request, InvokeEndpointHeaders.TargetVariant, invocation.TargetVariant);
        Set(request, InvokeEndpointHeaders.TargetContainerHostname, invocation.TargetContainerHostname);
        Set(request, InvokeEndpointHeaders.InferenceId, invocation.InferenceId);
        Set(request, InvokeEndpointHeaders.EnableExplanations, invocation.EnableExplanations);
        Set(request, InvokeEndpointHeaders.InferenceComponentName, invocation.InferenceComponentName);
        Set(request, InvokeEndpointHeaders.SessionId, invocation.SessionId);
        return request;
    }

    private static void Set(DefaultRequest request, string header, string? value)
    {
        if (value is null)
        {
            return;
        }

        // A line break would end the header and start one of the caller's choosing.
        if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException($"{header} must consist of visible ASCII characters and spaces only.", nameof(value));
        }

        request.Headers[header] = value;
    }
}
