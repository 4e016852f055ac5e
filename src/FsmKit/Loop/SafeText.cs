namespace FsmKit;

/// <summary>Objects of the application in words, whatever their <c>ToString</c> does.</summary>
internal static class SafeText
{
    public static string Of(object? value)
    {
        try
        {
            return value?.ToString() ?? "";
        }
        catch (Exception)
        {
            return value!.GetType().Name;
        }
    }
}
