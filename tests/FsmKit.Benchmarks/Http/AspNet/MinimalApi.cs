namespace FsmKit.Benchmarks.AspNetApplication;

/// <summary>The routes as a minimal API.</summary>
internal static class MinimalApi
{
    /// <summary>Maps the two routes that are measured, and twenty others for the router to tell apart.</summary>
    public static void Map(WebApplication app)
    {
        app.MapGet("/", static () => "Hello, World!");
        app.MapGet("/json", static () => new Message("Hello, World!"));
        for (var i = 0; i < 20; i++)
        {
            app.MapGet($"/orders{i}/{{id:int}}", static (int id) => Results.NotFound());
        }
    }
}
