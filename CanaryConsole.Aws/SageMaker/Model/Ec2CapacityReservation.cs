namespace CanaryConsole.Aws.SageMaker.Model;

public sealed class Ec2CapacityReservation
{
    public string? Ec2CapacityReservationId { get; set; }

    public int? TotalInstanceCount { get; set; }

    public int? AvailableInstanceCount { get; set; }

    public int? UsedByCurrentEndpoint { get; set; }
}
