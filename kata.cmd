@echo off
rem Starts the kata's command line, and builds it first where that is needed.
setlocal EnableExtensions DisableDelayedExpansion
cd /d "%~dp0" || exit /b 3

set "launch=runner\launch"
set "log=.kata\build.log"
set "kata_jdk="

call :read_jdk
call :is_built || call :build || exit /b 3
call :read_jdk
rem Options that a machine gives to every Java may contradict those that the kata needs.
set "JAVA_TOOL_OPTIONS="
set "JDK_JAVA_OPTIONS="
set "_JAVA_OPTIONS="
"%kata_jdk%\bin\java.exe" "@%launch%\arguments" %*
exit /b %ERRORLEVEL%

:read_jdk
if exist "%launch%\java-home" set /p kata_jdk=<"%launch%\java-home"
exit /b 0

rem Whether it is up to date, Java finds out: then this is started once more, with nothing built.
:is_built
if not exist "%launch%\arguments" exit /b 1
if not exist "%kata_jdk%\bin\java.exe" exit /b 1
exit /b 0

:build
echo Building the runner (once) ...>&2
if defined JAVA_HOME if not exist "%JAVA_HOME%\bin\java.exe" set "JAVA_HOME="
if not defined JAVA_HOME where java >nul 2>&1 || goto :no_jdk
if not exist .kata mkdir .kata 2>nul
copy /y nul "%log%" >nul 2>&1 || goto :not_writable
call :maven -q -B -pl otp,runner prepare-package && exit /b 0
findstr /c:"Cannot find matching toolchain" "%log%" >nul && goto :no_jdk
findstr /c:"Could not transfer" /c:"Failed to fetch" /c:"offline mode" "%log%" >nul && goto :no_network
echo The runner could not be built:>&2
findstr /b /c:"[ERROR]" "%log%" >&2
echo All that Maven said is in "%CD%\%log%">&2
exit /b 1

rem The wrapper downloads Maven; where that fails, an installed Maven will do.
:maven
call .\mvnw.cmd --version >"%log%" 2>&1 && goto :wrapper
where mvn >nul 2>&1 || goto :wrapper
call mvn %* >"%log%" 2>&1
exit /b %ERRORLEVEL%

:wrapper
call .\mvnw.cmd %* >"%log%" 2>&1
exit /b %ERRORLEVEL%

:no_jdk
echo This kata needs JDK 25, and there is none on this machine.>&2
echo Install one, for example from https://adoptium.net, and run kata again.>&2
exit /b 1

:not_writable
echo The kata cannot write to the folder "%CD%\.kata": make it writable, and run kata again.>&2
exit /b 1

:no_network
echo The first run downloads libraries, and the network did not deliver them.>&2
echo Connect to the network, and run kata again; Maven's own words are in "%CD%\%log%">&2
exit /b 1
