using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using CanaryConsole.Aws.Protocol;
using CanaryConsole.Aws.SimpleNotificationService.Model;

namespace CanaryConsole.Aws.SimpleNotificationService;

internal sealed class SnsMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private const string Version = "2010-03-31";

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var form = new QueryForm(OperationName.Of(input), Version);
        switch (input)
        {
            case PublishRequest publish:
                Write(form, publish);
                break;
            case CreateTopicRequest create:
                Write(form, create);
                break;
            case ListTopicsRequest list:
                form.Add("NextToken", list.NextToken);
                break;
            default:
                throw new NotSupportedException($"{input.GetType().Name} has no query form yet.");
        }

        var request = new DefaultRequest(input, "Amazon.SimpleNotificationService")
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = form.ToBytes(),
        };
        request.Headers["Content-Type"] = "application/x-www-form-urlencoded; charset=utf-8";
        return request;
    }

    private static void Write(QueryForm form, PublishRequest publish) => form
        .Add("TopicArn", publish.TopicArn)
        .Add("TargetArn", publish.TargetArn)
        .Add("PhoneNumber", publish.PhoneNumber)
        .Add("Message", publish.Message)
        .Add("Subject", publish.Subject)
        .Add("MessageStructure", publish.MessageStructure)
        .Add("MessageDeduplicationId", publish.MessageDeduplicationId)
        .Add("MessageGroupId", publish.MessageGroupId)
        .AddAll("MessageAttributes.entry", publish.MessageAttributes, static (form, prefix, attribute) => form
            .Add(prefix + ".Name", attribute.Key)
            .Add(prefix + ".Value.DataType", attribute.Value.DataType)
            .Add(prefix + ".Value.StringValue", attribute.Value.StringValue)
            .Add(prefix + ".Value.BinaryValue", attribute.Value.BinaryValue is { } bytes ? Convert.ToBase64String(bytes.ToArray()) : null));

    private static void Write(QueryForm form, CreateTopicRequest create) => form
        .Add("Name", create.Name)
        .Add("DataProtectionPolicy", create.DataProtectionPolicy)
        .AddAll("Attributes.entry", create.Attributes, static (form, prefix, attribute) => form
            .Add(prefix + ".key", attribute.Key)
            .Add(prefix + ".value", attribute.Value))
        .AddAll("Tags.member", create.Tags, static (form, prefix, tag) => form
            .Add(prefix + ".Key", tag.Key)
            .Add(prefix + ".Value", tag.Value));
}
