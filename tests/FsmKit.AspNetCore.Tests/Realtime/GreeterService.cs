using System.Text;
using Grpc.Core;

namespace FsmKit.AspNetCore.Tests;

/// <summary>A gRPC service whose messages are texts, described by hand instead of by a .proto file.</summary>
[BindServiceMethod(typeof(GreeterService), nameof(Bind))]
public class GreeterService
{
    private static readonly Marshaller<string> Texts = new(Encoding.UTF8.GetBytes, Encoding.UTF8.GetString);

    public static readonly Method<string, string> Greeting = new(MethodType.Unary, "test.Greeter", "Greet", Texts, Texts);

    public static readonly Method<string, string> Counting = new(MethodType.ServerStreaming, "test.Greeter", "Count", Texts, Texts);

    public static void Bind(ServiceBinderBase binder, GreeterService? service)
    {
        binder.AddMethod(Greeting, service is null ? null : service.Greet);
        binder.AddMethod(Counting, service is null ? null : service.Count);
    }

    public virtual Task<string> Greet(string request, ServerCallContext context)
    {
        context.ResponseTrailers.Add("x-sum", $"{request.Length}");
        return request == "nobody" ? throw new RpcException(new Status(StatusCode.NotFound, "There is nobody.")) : Task.FromResult($"Hello, {request}!");
    }

    public virtual async Task Count(string request, IServerStreamWriter<string> responses, ServerCallContext context)
    {
        for (var i = 1; i <= 20; i++)
        {
            await responses.WriteAsync($"{request} {i}");
        }
    }
}
