namespace CanaryConsole.Tests.Sandbox.RealClients;

/// <summary>Amazon's SDK for Python against the sandbox's S3, with the checksums it sends by default and every way of signing a body.</summary>
public sealed class Boto3S3Tests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    private const string Script = """
        import sys, io, os, zlib, base64, hashlib, urllib.request, urllib.error
        try:
            import boto3
            from botocore.config import Config
            from botocore.exceptions import ClientError
            from boto3.s3.transfer import TransferConfig
        except ImportError:
            print("absent"); sys.exit(0)

        s3 = boto3.client("s3", endpoint_url=sys.argv[1], config=Config(retries={"max_attempts": 1}))
        def refused(code, call, **arguments):
            try:
                call(**arguments)
            except ClientError as error:
                assert error.response["Error"]["Code"] == code, (code, error.response)
                return error.response
            raise AssertionError(f"not refused: {code}")

        refused("BucketAlreadyOwnedByYou", s3.create_bucket, Bucket="canaryconsole-sandbox", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
        s3.create_bucket(Bucket="mine", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
        refused("InvalidBucketName", s3.create_bucket, Bucket="1.2.3.4")
        s3.head_bucket(Bucket="mine")
        assert s3.get_bucket_location(Bucket="mine")["LocationConstraint"] == "eu-central-1"
        assert "mine" in [b["Name"] for b in s3.list_buckets()["Buckets"]]
        refused("404", s3.head_bucket, Bucket="nobody")
        refused("NoSuchBucket", s3.put_object, Bucket="nobody", Key="k", Body=b"")
        refused("NoSuchBucket", s3.list_objects_v2, Bucket="nobody")

        put = s3.put_object(Bucket="mine", Key="a/b c+d/ü.txt", Body=b"hello", ContentType="text/plain", Metadata={"who": "me"}, CacheControl="no-cache")
        assert put["ETag"] == '"%s"' % hashlib.md5(b"hello").hexdigest()
        assert put["ChecksumCRC32"] == base64.b64encode(zlib.crc32(b"hello").to_bytes(4, "big")).decode()
        got = s3.get_object(Bucket="mine", Key="a/b c+d/ü.txt")
        assert got["Body"].read() == b"hello" and got["ContentType"] == "text/plain" and got["Metadata"] == {"who": "me"} and got["CacheControl"] == "no-cache"
        assert got["ChecksumCRC32"] == put["ChecksumCRC32"]
        head = s3.head_object(Bucket="mine", Key="a/b c+d/ü.txt")
        assert head["ContentLength"] == 5 and head["ETag"] == put["ETag"]
        assert s3.get_object(Bucket="mine", Key="a/b c+d/ü.txt", Range="bytes=1-3")["Body"].read() == b"ell"
        assert s3.get_object(Bucket="mine", Key="a/b c+d/ü.txt", Range="bytes=-2")["ContentRange"] == "bytes 3-4/5"
        refused("InvalidRange", s3.get_object, Bucket="mine", Key="a/b c+d/ü.txt", Range="bytes=5-")
        refused("NoSuchKey", s3.get_object, Bucket="mine", Key="nothing")
        refused("404", s3.head_object, Bucket="mine", Key="nothing")
        refused("304", s3.get_object, Bucket="mine", Key="a/b c+d/ü.txt", IfNoneMatch=put["ETag"])
        refused("PreconditionFailed", s3.get_object, Bucket="mine", Key="a/b c+d/ü.txt", IfMatch='"x"')
        refused("PreconditionFailed", s3.put_object, Bucket="mine", Key="a/b c+d/ü.txt", Body=b"", IfNoneMatch="*")
        refused("BadDigest", s3.put_object, Bucket="mine", Key="bad", Body=b"x", ContentMD5=base64.b64encode(bytes(16)).decode())
        refused("BadDigest", s3.put_object, Bucket="mine", Key="bad", Body=b"x", ChecksumSHA256=base64.b64encode(bytes(32)).decode())
        refused("KeyTooLongError", s3.put_object, Bucket="mine", Key="k" * 1025, Body=b"")
        for algorithm in ("CRC32", "CRC32C", "SHA1", "SHA256", "CRC64NVME"):
            try:
                s3.put_object(Bucket="mine", Key="sum/" + algorithm, Body=b"123456789", ChecksumAlgorithm=algorithm)
            except Exception as missing:
                assert "additional dependency" in str(missing), missing
        s3.put_object(Bucket="mine", Key="sum/stream", Body=io.BytesIO(b"streamed"))
        s3.upload_fileobj(io.BytesIO(b""), "mine", "sum/empty")
        assert s3.get_object(Bucket="mine", Key="sum/empty")["Body"].read() == b""
        odd = "x/..//%2e%2e/\x01/<&>'"
        s3.put_object(Bucket="mine", Key=odd, Body=b"odd")
        assert s3.get_object(Bucket="mine", Key=odd)["Body"].read() == b"odd"
        assert odd in [o["Key"] for o in s3.list_objects_v2(Bucket="mine", Prefix="x/")["Contents"]]
        s3.delete_object(Bucket="mine", Key=odd)

        for i in range(25): s3.put_object(Bucket="mine", Key=f"list/{i % 5}/{i:02}", Body=b"x" * i)
        pages = list(s3.get_paginator("list_objects_v2").paginate(Bucket="mine", Prefix="list/", PaginationConfig={"PageSize": 7}))
        assert [len(p["Contents"]) for p in pages] == [7, 7, 7, 4] and pages[0]["KeyCount"] == 7
        keys = [o["Key"] for p in pages for o in p["Contents"]]
        assert keys == sorted(keys) and len(set(keys)) == 25
        folded = [p["Prefix"] for page in s3.get_paginator("list_objects_v2").paginate(Bucket="mine", Prefix="list/", Delimiter="/", PaginationConfig={"PageSize": 2}) for p in page["CommonPrefixes"]]
        assert folded == [f"list/{i}/" for i in range(5)], folded
        assert [o["Key"] for o in s3.list_objects_v2(Bucket="mine", Prefix="list/", StartAfter="list/4/19")["Contents"]] == ["list/4/24"]
        old = list(s3.get_paginator("list_objects").paginate(Bucket="mine", Prefix="list/", PaginationConfig={"PageSize": 10}))
        assert sum(len(p["Contents"]) for p in old) == 25
        assert s3.list_objects_v2(Bucket="mine", Prefix="a/")["Contents"][0]["Key"] == "a/b c+d/ü.txt"

        s3.copy_object(Bucket="mine", Key="copy", CopySource={"Bucket": "mine", "Key": "a/b c+d/ü.txt"})
        assert s3.get_object(Bucket="mine", Key="copy")["Metadata"] == {"who": "me"}
        s3.copy_object(Bucket="mine", Key="copy", CopySource="mine/copy", Metadata={"new": "1"}, MetadataDirective="REPLACE")
        assert s3.head_object(Bucket="mine", Key="copy")["Metadata"] == {"new": "1"}
        refused("InvalidRequest", s3.copy_object, Bucket="mine", Key="copy", CopySource="mine/copy")
        refused("NoSuchKey", s3.copy_object, Bucket="mine", Key="copy", CopySource="mine/nothing")
        s3.put_object_tagging(Bucket="mine", Key="copy", Tagging={"TagSet": [{"Key": "k", "Value": "v"}]})
        assert s3.get_object_tagging(Bucket="mine", Key="copy")["TagSet"] == [{"Key": "k", "Value": "v"}]

        big = os.urandom(20 * 1024 * 1024 + 17)
        s3.upload_fileobj(io.BytesIO(big), "mine", "big", Config=TransferConfig(multipart_threshold=8 << 20, multipart_chunksize=8 << 20))
        assert s3.head_object(Bucket="mine", Key="big")["ETag"].endswith('-3"')
        back = io.BytesIO(); s3.download_fileobj("mine", "big", back); assert back.getvalue() == big
        s3.copy({"Bucket": "mine", "Key": "big"}, "mine", "big2", Config=TransferConfig(multipart_threshold=8 << 20, multipart_chunksize=8 << 20))
        back = io.BytesIO(); s3.download_fileobj("mine", "big2", back); assert back.getvalue() == big
        assert s3.get_object(Bucket="mine", Key="big", PartNumber=3)["PartsCount"] == 3

        upload = s3.create_multipart_upload(Bucket="mine", Key="parts")["UploadId"]
        one = s3.upload_part(Bucket="mine", Key="parts", UploadId=upload, PartNumber=1, Body=b"small")
        two = s3.upload_part(Bucket="mine", Key="parts", UploadId=upload, PartNumber=2, Body=b"last")
        assert [p["Size"] for p in s3.list_parts(Bucket="mine", Key="parts", UploadId=upload)["Parts"]] == [5, 4]
        assert [u["Key"] for u in s3.list_multipart_uploads(Bucket="mine")["Uploads"]] == ["parts"]
        def parts(*numbers): return {"Parts": [{"PartNumber": n, "ETag": (one if n == 1 else two)["ETag"]} for n in numbers]}
        refused("EntityTooSmall", s3.complete_multipart_upload, Bucket="mine", Key="parts", UploadId=upload, MultipartUpload=parts(1, 2))
        refused("InvalidPartOrder", s3.complete_multipart_upload, Bucket="mine", Key="parts", UploadId=upload, MultipartUpload=parts(2, 1))
        refused("InvalidPart", s3.complete_multipart_upload, Bucket="mine", Key="parts", UploadId=upload, MultipartUpload=parts(1, 3))
        s3.abort_multipart_upload(Bucket="mine", Key="parts", UploadId=upload)
        refused("NoSuchUpload", s3.list_parts, Bucket="mine", Key="parts", UploadId=upload)

        signed = boto3.client("s3", endpoint_url=sys.argv[1], config=Config(signature_version="s3v4"))
        url = signed.generate_presigned_url("put_object", Params={"Bucket": "mine", "Key": "pre signed"}, ExpiresIn=60)
        urllib.request.urlopen(urllib.request.Request(url, data=b"by url", method="PUT"), timeout=10)
        url = signed.generate_presigned_url("get_object", Params={"Bucket": "mine", "Key": "pre signed", "ResponseContentType": "text/x"}, ExpiresIn=60)
        answer = urllib.request.urlopen(url, timeout=10)
        assert answer.read() == b"by url" and answer.headers["Content-Type"] == "text/x"
        try:
            urllib.request.urlopen(url.replace("X-Amz-Expires=60", "X-Amz-Expires=0"), timeout=10); raise AssertionError("not refused")
        except urllib.error.HTTPError as error:
            assert error.code == 400 and b"AuthorizationQueryParametersError" in error.read()

        refused("NotImplemented", s3.get_bucket_acl, Bucket="mine")
        refused("BucketNotEmpty", s3.delete_bucket, Bucket="mine")
        s3.delete_object(Bucket="mine", Key="nothing")
        every = [{"Key": o["Key"]} for p in s3.get_paginator("list_objects_v2").paginate(Bucket="mine") for o in p["Contents"]]
        assert len(s3.delete_objects(Bucket="mine", Delete={"Objects": every})["Deleted"]) == len(every)
        s3.delete_bucket(Bucket="mine")
        print("done")
        """;

    [CommandFact("python3")]
    public async Task EveryOperation_FromBoto3_AnswersAsAmazonDoes()
    {
        var (exitCode, output, error) = await ExternalCommand.RunAsync("python3", "-c", Script, sandbox.Address.ToString());

        Assert.True(exitCode == 0, error);
        Assert.True(output.Trim() == "done" || Environment.GetEnvironmentVariable("CI") != "true", "boto3 is not installed.");
    }
}
