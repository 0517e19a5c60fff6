namespace CanaryConsole.Sandbox.Protocol;

/// <summary>The three ways in which AWS's services in use here speak.</summary>
internal enum Wire
{
    /// <summary>POST / with X-Amz-Target and a JSON body: SageMaker, CloudWatch.</summary>
    Json,

    /// <summary>POST / with a form that names its Action, answered in XML: SNS.</summary>
    Query,

    /// <summary>Paths and headers of their own: SageMaker Runtime.</summary>
    Rest,
}
