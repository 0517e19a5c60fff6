using CanaryConsole.Aws.Protocol;

namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class Ec2CapacityReservation
{
    public string? Ec2CapacityReservationId { get; set; }

    [Between(min: 0)]
    public int? TotalInstanceCount { get; set; }

    [Between(min: 0)]
    public int? AvailableInstanceCount { get; set; }

    [Between(min: 0)]
    public int? UsedByCurrentEndpoint { get; set; }
}
