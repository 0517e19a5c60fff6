// The life of an endpoint, told with the official JavaScript SDK as anyone would write it against Amazon: node story.mjs http://127.0.0.1:5081
import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import * as cw from "@aws-sdk/client-cloudwatch";
import * as s3 from "@aws-sdk/client-s3";
import * as sm from "@aws-sdk/client-sagemaker";
import { InvokeEndpointCommand, ModelError, SageMakerRuntimeClient } from "@aws-sdk/client-sagemaker-runtime";
import * as sns from "@aws-sdk/client-sns";

const settings = {
  endpoint: process.argv[2],
  region: "eu-central-1",
  credentials: { accessKeyId: "anyone", secretAccessKey: "anything" },
  maxAttempts: 1,
};
const sagemaker = new sm.SageMakerClient(settings);
const runtime = new SageMakerRuntimeClient(settings);
const cloudwatch = new cw.CloudWatchClient(settings);
const topics = new sns.SNSClient(settings);
const objects = new s3.S3Client({ ...settings, forcePathStyle: true });
const quick = { client: sagemaker, maxWaitTime: 60, minDelay: 1, maxDelay: 1 };
const role = "arn:aws:iam::123456789012:role/sagemaker-execution";

async function until(what, probe, attempts = 300) {
  for (let i = 0; i < attempts; i++) {
    const found = await probe();
    if (found) return found;
    await pause(100);
  }
  assert.fail(`${what}: it never came`);
}

const describe = () => sagemaker.send(new sm.DescribeEndpointCommand({ EndpointName: "tale" }));
const weights = async () => Object.fromEntries((await describe()).ProductionVariants.map((v) => [v.VariantName, v.CurrentWeight]));
const inService = () => sm.waitUntilEndpointInService(quick, { EndpointName: "tale" });
const variant = (VariantName, ModelName, InitialVariantWeight) => ({
  VariantName, ModelName, InstanceType: "ml.m5.xlarge", InitialInstanceCount: 2, InitialVariantWeight,
});

async function invoke(times, how = {}) {
  const served = {};
  let failed = 0;
  for (let i = 0; i < times; i++) {
    try {
      const answer = await runtime.send(new InvokeEndpointCommand({ EndpointName: "tale", Body: '{"user": 7}', ContentType: "application/json", ...how }));
      served[answer.InvokedProductionVariant] = (served[answer.InvokedProductionVariant] ?? 0) + 1;
      assert.ok(JSON.parse(Buffer.from(answer.Body).toString()).predictions);
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      assert.equal(error.OriginalStatusCode, 500);
      failed++;
    }
  }
  return { served, failed };
}

// An artifact, models from the registry, and their configs.
await objects.send(new s3.CreateBucketCommand({ Bucket: "tale-artifacts" }));
await objects.send(new s3.PutObjectCommand({ Bucket: "tale-artifacts", Key: "model/notes.txt", Body: "what this model is" }));
const read = await objects.send(new s3.GetObjectCommand({ Bucket: "tale-artifacts", Key: "model/notes.txt" }));
assert.equal(await read.Body.transformToString(), "what this model is");

const group = "arn:aws:sagemaker:eu-central-1:123456789012:model-package/media-ranker";
for (const [ModelName, version] of Object.entries({ "tale-good": 7, "tale-better": 8, "tale-failing": 9 })) {
  await sagemaker.send(new sm.CreateModelCommand({ ModelName, ExecutionRoleArn: role, PrimaryContainer: { ModelPackageName: `${group}/${version}` } }));
}
const MetricsConfig = { EnableEnhancedMetrics: true, MetricPublishFrequencyInSeconds: 10 };
for (const [EndpointConfigName, ProductionVariants] of Object.entries({
  "tale-pair": [variant("champion", "tale-good", 1), variant("challenger", "tale-better", 0)],
  "tale-one": [variant("AllTraffic", "tale-good", 1)],
  "tale-next": [variant("AllTraffic", "tale-failing", 1)],
})) {
  await sagemaker.send(new sm.CreateEndpointConfigCommand({ EndpointConfigName, ProductionVariants, MetricsConfig }));
}

// An endpoint with champion and challenger; weights move, and requests follow.
await sagemaker.send(new sm.CreateEndpointCommand({ EndpointName: "tale", EndpointConfigName: "tale-pair" }));
await inService();
assert.deepEqual(Object.keys((await invoke(20)).served), ["champion"]);
await sagemaker.send(new sm.UpdateEndpointWeightsAndCapacitiesCommand({
  EndpointName: "tale",
  DesiredWeightsAndCapacities: [{ VariantName: "champion", DesiredWeight: 1 }, { VariantName: "challenger", DesiredWeight: 1 }],
}));
await inService();
assert.deepEqual(await weights(), { champion: 1, challenger: 1 });
const { served } = await invoke(60);
assert.ok(served.champion >= 12 && served.challenger >= 12, JSON.stringify(served));

// What was served can be read, with percentiles, in microseconds.
const of = (MetricName, VariantName) => ({
  Namespace: "AWS/SageMaker", MetricName, Dimensions: [{ Name: "EndpointName", Value: "tale" }, { Name: "VariantName", Value: VariantName }],
});
await until("the metrics of the challenger", async () => {
  const answer = await cloudwatch.send(new cw.GetMetricDataCommand({
    StartTime: new Date(Date.now() - 3_600_000),
    EndTime: new Date(Date.now() + 86_400_000),
    MetricDataQueries: [
      { Id: "count", MetricStat: { Metric: of("Invocations", "challenger"), Period: 3600, Stat: "Sum" } },
      { Id: "p99", MetricStat: { Metric: of("ModelLatency", "challenger"), Period: 3600, Stat: "p99" } },
    ],
  }));
  const [count, p99] = answer.MetricDataResults;
  if (count.Values.reduce((a, b) => a + b, 0) < served.challenger) return false;
  assert.ok(p99.Values.length > 0 && p99.Values.every((value) => value > 5_000 && value < 5_000_000), JSON.stringify(p99));
  assert.ok(p99.Timestamps[0] instanceof Date);
  return true;
});

// A fleet of one variant takes over, watched by an alarm; the next fleet fails requests, and the guardrail brings the old one back.
await sagemaker.send(new sm.UpdateEndpointCommand({ EndpointName: "tale", EndpointConfigName: "tale-one" }));
await inService();
assert.equal((await describe()).EndpointConfigName, "tale-one");
const { TopicArn } = await topics.send(new sns.CreateTopicCommand({ Name: "tale" }));
const errors = of("InvocationModelErrors", "AllTraffic");
await cloudwatch.send(new cw.PutMetricAlarmCommand({
  AlarmName: "tale-errors", ...errors, Statistic: "Sum", Period: 10, EvaluationPeriods: 1, Threshold: 0,
  ComparisonOperator: "GreaterThanThreshold", TreatMissingData: "notBreaching", AlarmActions: [TopicArn],
}));
const alarm = async () => (await cloudwatch.send(new cw.DescribeAlarmsCommand({ AlarmNames: ["tale-errors"] }))).MetricAlarms[0].StateValue;
await until("the alarm at rest", async () => (await alarm()) === "OK");
await sagemaker.send(new sm.UpdateEndpointCommand({
  EndpointName: "tale",
  EndpointConfigName: "tale-next",
  DeploymentConfig: {
    BlueGreenUpdatePolicy: {
      TrafficRoutingConfiguration: { Type: "LINEAR", LinearStepSize: { Type: "CAPACITY_PERCENT", Value: 50 }, WaitIntervalInSeconds: 3600 },
      MaximumExecutionTimeoutInSeconds: 28800,
    },
    AutoRollbackConfiguration: { Alarms: [{ AlarmName: "tale-errors" }] },
  },
}));
await until("the first step's bake", async () => {
  const green = (await describe()).PendingDeploymentSummary?.ProductionVariants ?? [];
  return green.some((one) => one.VariantStatus?.some((status) => status.Status === "Baking"));
});
let failed = 0;
await until("the alarm", async () => {
  failed += (await invoke(40)).failed;
  return failed > 0 && (await alarm()) === "ALARM";
}, 60);
await until("the rollback", async () => (await describe()).EndpointStatus === "InService");
assert.equal((await describe()).EndpointConfigName, "tale-one");

// All of it goes; what is gone is refused by name.
await cloudwatch.send(new cw.DeleteAlarmsCommand({ AlarmNames: ["tale-errors"] }));
await sagemaker.send(new sm.DeleteEndpointCommand({ EndpointName: "tale" }));
await sm.waitUntilEndpointDeleted(quick, { EndpointName: "tale" });
for (const EndpointConfigName of ["tale-pair", "tale-one", "tale-next"]) await sagemaker.send(new sm.DeleteEndpointConfigCommand({ EndpointConfigName }));
for (const ModelName of ["tale-good", "tale-better", "tale-failing"]) await sagemaker.send(new sm.DeleteModelCommand({ ModelName }));
await assert.rejects(sagemaker.send(new sm.DescribeModelCommand({ ModelName: "tale-good" })), { name: "ValidationException", message: /Could not find model/ });
console.log("The tale ends well.");
