using Amazon.Runtime;

namespace CanaryConsole.Aws.SageMaker;

public sealed class ProductionVariantInstanceType(string value) : ConstantClass(value)
{
    public static readonly ProductionVariantInstanceType MlT2Medium = new("ml.t2.medium");
    public static readonly ProductionVariantInstanceType MlT2Large = new("ml.t2.large");
    public static readonly ProductionVariantInstanceType MlT2Xlarge = new("ml.t2.xlarge");
    public static readonly ProductionVariantInstanceType MlT22xlarge = new("ml.t2.2xlarge");
    public static readonly ProductionVariantInstanceType MlM5Large = new("ml.m5.large");
    public static readonly ProductionVariantInstanceType MlM5Xlarge = new("ml.m5.xlarge");
    public static readonly ProductionVariantInstanceType MlM52xlarge = new("ml.m5.2xlarge");
    public static readonly ProductionVariantInstanceType MlM54xlarge = new("ml.m5.4xlarge");
    public static readonly ProductionVariantInstanceType MlM512xlarge = new("ml.m5.12xlarge");
    public static readonly ProductionVariantInstanceType MlM524xlarge = new("ml.m5.24xlarge");
    public static readonly ProductionVariantInstanceType MlC5Large = new("ml.c5.large");
    public static readonly ProductionVariantInstanceType MlC5Xlarge = new("ml.c5.xlarge");
    public static readonly ProductionVariantInstanceType MlC52xlarge = new("ml.c5.2xlarge");
    public static readonly ProductionVariantInstanceType MlC54xlarge = new("ml.c5.4xlarge");
    public static readonly ProductionVariantInstanceType MlC59xlarge = new("ml.c5.9xlarge");
    public static readonly ProductionVariantInstanceType MlC518xlarge = new("ml.c5.18xlarge");
    public static readonly ProductionVariantInstanceType MlG4dnXlarge = new("ml.g4dn.xlarge");
    public static readonly ProductionVariantInstanceType MlG4dn2xlarge = new("ml.g4dn.2xlarge");
    public static readonly ProductionVariantInstanceType MlG4dn4xlarge = new("ml.g4dn.4xlarge");
    public static readonly ProductionVariantInstanceType MlG4dn8xlarge = new("ml.g4dn.8xlarge");
    public static readonly ProductionVariantInstanceType MlG4dn12xlarge = new("ml.g4dn.12xlarge");
    public static readonly ProductionVariantInstanceType MlG4dn16xlarge = new("ml.g4dn.16xlarge");
    public static readonly ProductionVariantInstanceType MlG5Xlarge = new("ml.g5.xlarge");
    public static readonly ProductionVariantInstanceType MlG52xlarge = new("ml.g5.2xlarge");
    public static readonly ProductionVariantInstanceType MlG54xlarge = new("ml.g5.4xlarge");
    public static readonly ProductionVariantInstanceType MlG58xlarge = new("ml.g5.8xlarge");
    public static readonly ProductionVariantInstanceType MlG512xlarge = new("ml.g5.12xlarge");
    public static readonly ProductionVariantInstanceType MlG516xlarge = new("ml.g5.16xlarge");
    public static readonly ProductionVariantInstanceType MlG524xlarge = new("ml.g5.24xlarge");
    public static readonly ProductionVariantInstanceType MlG548xlarge = new("ml.g5.48xlarge");
    public static readonly ProductionVariantInstanceType MlG6Xlarge = new("ml.g6.xlarge");
    public static readonly ProductionVariantInstanceType MlG62xlarge = new("ml.g6.2xlarge");
    public static readonly ProductionVariantInstanceType MlG64xlarge = new("ml.g6.4xlarge");
    public static readonly ProductionVariantInstanceType MlG68xlarge = new("ml.g6.8xlarge");
    public static readonly ProductionVariantInstanceType MlG612xlarge = new("ml.g6.12xlarge");
    public static readonly ProductionVariantInstanceType MlG616xlarge = new("ml.g6.16xlarge");
    public static readonly ProductionVariantInstanceType MlG624xlarge = new("ml.g6.24xlarge");
    public static readonly ProductionVariantInstanceType MlG648xlarge = new("ml.g6.48xlarge");
    public static readonly ProductionVariantInstanceType MlP4d24xlarge = new("ml.p4d.24xlarge");
    public static readonly ProductionVariantInstanceType MlInf2Xlarge = new("ml.inf2.xlarge");
    public static readonly ProductionVariantInstanceType MlInf28xlarge = new("ml.inf2.8xlarge");
    public static readonly ProductionVariantInstanceType MlInf224xlarge = new("ml.inf2.24xlarge");
    public static readonly ProductionVariantInstanceType MlInf248xlarge = new("ml.inf2.48xlarge");
    public static readonly ProductionVariantInstanceType MlP548xlarge = new("ml.p5.48xlarge");
    public static readonly ProductionVariantInstanceType MlC7iLarge = new("ml.c7i.large");
    public static readonly ProductionVariantInstanceType MlC7iXlarge = new("ml.c7i.xlarge");
    public static readonly ProductionVariantInstanceType MlC7i2xlarge = new("ml.c7i.2xlarge");
    public static readonly ProductionVariantInstanceType MlC7i4xlarge = new("ml.c7i.4xlarge");
    public static readonly ProductionVariantInstanceType MlC7i8xlarge = new("ml.c7i.8xlarge");
    public static readonly ProductionVariantInstanceType MlC7i12xlarge = new("ml.c7i.12xlarge");
    public static readonly ProductionVariantInstanceType MlC7i16xlarge = new("ml.c7i.16xlarge");
    public static readonly ProductionVariantInstanceType MlC7i24xlarge = new("ml.c7i.24xlarge");
    public static readonly ProductionVariantInstanceType MlC7i48xlarge = new("ml.c7i.48xlarge");
    public static readonly ProductionVariantInstanceType MlP54xlarge = new("ml.p5.4xlarge");

    public static ProductionVariantInstanceType FindValue(string value) => FindValue<ProductionVariantInstanceType>(value);

    public static implicit operator ProductionVariantInstanceType(string value) => FindValue(value);
}
