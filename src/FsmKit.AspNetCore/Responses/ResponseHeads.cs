using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using HttpResponse = FsmKit.Http.HttpResponse;

namespace FsmKit.AspNetCore;

/// <summary>Translates the headers of an ASP.NET Core response into those of the server.</summary>
internal static class ResponseHeads
{
    public static void Write(HeaderDictionary headers, HttpResponse response)
    {
        if (headers.Count == 0)
        {
            return;
        }

        foreach (var (name, values) in headers)
        {
            if (!IsOurs(name, values, response))
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

        response.ContentLength = headers.ContentLength;
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
            case 17 when name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase):
                return true;
            default:
                return false;
        }
    }
}
