namespace FsmKit;

/// <summary>Converts objects of the application to text, even if their <c>ToString</c> throws.</summary>
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
