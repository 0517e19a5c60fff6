using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;

namespace CanaryConsole.Aws.Protocol;

/// <summary>
/// How the wire types are written and read under Amazon's JSON protocols: member names as in Amazon's models, timestamps as seconds since
/// 1970, unset members left out, unknown members ignored. Clients and sandbox share these options, so that both ends agree by construction.
/// </summary>
public static class AwsJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = 64,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutTransportMembers } },
            Converters =
            {
                new EpochSecondsConverter(), new ConstantClassConverterFactory(), new MemoryStreamConverter(), new WholeNumbersAsFloats<float>(), new WholeNumbersAsFloats<double>(),
            },
        };
        options.MakeReadOnly();
        return options;
    }

    // The base classes carry what happened on the connection (status code, request id); none of it is part of the message.
    private static void LeaveOutTransportMembers(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        for (var i = type.Properties.Count - 1; i >= 0; i--)
        {
            var declaring = (type.Properties[i].AttributeProvider as System.Reflection.MemberInfo)?.DeclaringType;
            if (declaring?.Assembly == typeof(AmazonWebServiceResponse).Assembly)
            {
                type.Properties.RemoveAt(i);
            }
        }
    }
}
