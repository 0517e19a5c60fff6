using CanaryConsole.Sandbox.Alarms;
using CanaryConsole.Sandbox.Dashboards;
using CanaryConsole.Sandbox.Endpoints;
using CanaryConsole.Sandbox.Experiments;
using CanaryConsole.Sandbox.Images;
using CanaryConsole.Sandbox.Metrics;
using CanaryConsole.Sandbox.Models;
using CanaryConsole.Sandbox.Registry;
using CanaryConsole.Sandbox.Scaling;
using CanaryConsole.Sandbox.Tags;

namespace CanaryConsole.Sandbox.Protocol;

/// <summary>Everything the JSON protocols can ask of the sandbox.</summary>
internal static class AwsOperations
{
    public static OperationTable Table()
    {
        var operations = new OperationTable();
        ModelOperations.Register(operations);
        EndpointConfigOperations.Register(operations);
        EndpointOperations.Register(operations);
        TagOperations.Register(operations);
        ModelPackageGroupOperations.Register(operations);
        ModelPackageOperations.Register(operations);
        SearchOperations.Register(operations);
        MetricDataOperations.Register(operations);
        AlarmOperations.Register(operations);
        DashboardOperations.Register(operations);
        ScalingOperations.Register(operations);
        ExperimentOperations.Register(operations);
        ImageOperations.Register(operations);
        return operations;
    }
}
