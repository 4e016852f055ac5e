using Microsoft.Extensions.Primitives;
using HttpResponse = FsmKit.Http.HttpResponse;

namespace FsmKit.AspNetCore;

/// <summary>Translates the headers of an ASP.NET Core response into those of the server.</summary>
internal static class ResponseHeads
{
    /// <summary>Writes the head of a response with a body, or without one.</summary>
    public static void Write(ResponseHeaders headers, HttpResponse response)
    {
        if (headers.Count > 0)
        {
            Write(headers, response, except: null);
            if (response.TransferEncoding is null)
            {
                response.ContentLength = headers.ContentLength;
            }
        }
    }

    /// <summary>Writes the head of a switch to another protocol, whose name the server writes.</summary>
    public static void WriteSwitch(ResponseHeaders headers, HttpResponse response) => Write(headers, response, except: "Upgrade");

    private static void Write(ResponseHeaders headers, HttpResponse response, string? except)
    {
        foreach (var (name, values) in headers)
        {
            if (!IsOurs(name, values, response) && !name.Equals(except, StringComparison.OrdinalIgnoreCase))
            {
                foreach (var value in values)
                {
                    if (value is not null)
                    {
                        response.Headers.Add(name, value);
                    }
                }
            }
        }
    }

    /// <summary>Returns whether the server writes this field itself, from what the application has asked for.</summary>
    private static bool IsOurs(string name, StringValues values, HttpResponse response)
    {
        switch (name.Length)
        {
            case 10 when name.Equals("Connection", StringComparison.OrdinalIgnoreCase):
                if (values.ToString().Contains("close", StringComparison.OrdinalIgnoreCase))
                {
                    response.CloseAfter();
                }

                return true;
            case 14 when name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase):
                return true;
            case 17 when name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase):
                response.TransferEncoding = values.Count > 0 ? values.ToString() : null;
                return true;
            default:
                return false;
        }
    }
}
